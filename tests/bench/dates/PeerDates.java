import de.unihd.dbs.heideltime.standalone.Config;
import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.components.impl.JCasFactoryImpl;
import de.unihd.dbs.heideltime.standalone.components.impl.UimaContextImpl;
import de.unihd.dbs.uima.annotator.heideltime.HeidelTime;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import de.unihd.dbs.uima.types.heideltime.Dct;
import de.unihd.dbs.uima.types.heideltime.Sentence;
import de.unihd.dbs.uima.types.heideltime.Timex3;
import de.unihd.dbs.uima.types.heideltime.Token;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.time.TimeAnnotations;
import edu.stanford.nlp.time.TimeAnnotator;
import edu.stanford.nlp.time.Timex;
import edu.stanford.nlp.util.CoreMap;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.uima.UIMAFramework;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.XMLInputSource;

/**
 * Dates that HeidelTime or SUTime finds: `id NUL date of publication NUL text NUL …` on stdin to {"id", "timex"} lines
 * on stdout. Both read the sentences and parts of speech of CoreNLP; HeidelTime takes a text without a date for a
 * narrative, others for news.
 */
public class PeerDates {
    private static final StanfordCoreNLP words = new StanfordCoreNLP(properties("annotators", "tokenize,ssplit,pos"));

    private interface Peer {
        void find(Annotation text, String published, Rows rows) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Peer peer = arguments[0].equals("heideltime") ? new WithHeidelTime() : new WithSuTime();
        String[] fields = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\0", -1);
        PrintWriter out =
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
        for (int i = 0; i + 2 < fields.length; i += 3) {
            Annotation text = new Annotation(fields[i + 2]);
            words.annotate(text);
            Rows rows = new Rows(fields[i + 2]);
            peer.find(text, fields[i + 1], rows);
            out.printf("{\"id\": \"%s\", \"timex\": [%s]}\n", fields[i], rows.json);
        }
        out.close();
    }

    private static Properties properties(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    private static class Rows {
        private final String text;
        private final StringBuilder json = new StringBuilder();

        Rows(String text) {
            this.text = text;
        }

        /** Java counts UTF-16 units; what leaves here counts code points. */
        void add(int begin, int end, String type, String value) {
            int start = text.codePointCount(0, begin);
            json.append(json.length() == 0 ? "" : ", ");
            json.append(String.format("{\"start\": %d, \"end\": %d, \"type\": \"%s\", \"value\": \"%s\"}", start,
                    start + text.codePointCount(begin, end), type, value == null ? "" : value.replace("\"", "")));
        }
    }

    private static class WithSuTime implements Peer {
        private final TimeAnnotator annotator = new TimeAnnotator("sutime", properties());

        @Override
        public void find(Annotation text, String published, Rows rows) {
            text.set(CoreAnnotations.DocDateAnnotation.class, published.isEmpty() ? null : published);
            annotator.annotate(text);
            for (CoreMap found : text.get(TimeAnnotations.TimexAnnotations.class)) {
                Timex timex = found.get(TimeAnnotations.TimexAnnotation.class);
                rows.add(found.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
                        found.get(CoreAnnotations.CharacterOffsetEndAnnotation.class), timex.timexType(), timex.value());
            }
        }
    }

    /** Put together as HeidelTimeStandalone does it, but once for all texts. */
    private static class WithHeidelTime implements Peer {
        private final Map<DocumentType, HeidelTime> annotators = new HashMap<>();
        private final JCasFactoryImpl factory;

        WithHeidelTime() throws Exception {
            Config.setProps(properties("considerDate", "true", "considerDuration", "true", "considerSet", "true",
                    "considerTime", "true", "considerTemponym", "false", "uimaVarDate", "Date", "uimaVarDuration",
                    "Duration", "uimaVarLanguage", "Language", "uimaVarSet", "Set", "uimaVarTime", "Time",
                    "uimaVarTemponym", "Temponym", "uimaVarTypeToProcess", "Type"));
            for (DocumentType kind : new DocumentType[] {DocumentType.NEWS, DocumentType.NARRATIVES}) {
                annotators.put(kind, new HeidelTime());
                annotators.get(kind).initialize(new UimaContextImpl(Language.ENGLISH, kind, false));
            }
            TypeSystemDescription types = UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(
                    PeerDates.class.getClassLoader().getResource("desc/type/HeidelTime_TypeSystem.xml")));
            factory = new JCasFactoryImpl(new TypeSystemDescription[] {types});
        }

        @Override
        public void find(Annotation text, String published, Rows rows) throws Exception {
            JCas document = factory.createJCas();
            document.setDocumentText(text.get(CoreAnnotations.TextAnnotation.class));
            if (!published.isEmpty()) {
                Dct date = new Dct(document);
                date.setValue(published);
                date.addToIndexes();
            }
            addWords(text, document);
            annotators.get(published.isEmpty() ? DocumentType.NARRATIVES : DocumentType.NEWS).process(document);
            for (Object annotation : document.getAnnotationIndex(Timex3.type)) {
                Timex3 found = (Timex3) annotation;
                rows.add(found.getBegin(), found.getEnd(), found.getTimexType(), found.getTimexValue());
            }
        }

        private static void addWords(Annotation text, JCas document) {
            for (CoreMap sentence : text.get(CoreAnnotations.SentencesAnnotation.class)) {
                new Sentence(document, sentence.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
                        sentence.get(CoreAnnotations.CharacterOffsetEndAnnotation.class)).addToIndexes();
                for (CoreLabel word : sentence.get(CoreAnnotations.TokensAnnotation.class)) {
                    Token token = new Token(document, word.beginPosition(), word.endPosition());
                    token.setPos(word.tag());
                    token.addToIndexes();
                }
            }
        }
    }
}
