import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.util.Triple;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Names that a CRFClassifier finds: `id NUL text NUL …` on stdin to {"id", "entities"} lines on stdout. */
public class CoreNlpNer {
    public static void main(String[] arguments) throws Exception {
        CRFClassifier<CoreLabel> classifier = CRFClassifier.getClassifier(arguments[0]);
        String[] fields = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\0");
        PrintWriter out =
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
        for (int i = 0; i + 1 < fields.length; i += 2) {
            out.printf("{\"id\": \"%s\", \"entities\": [%s]}\n", fields[i], entities(classifier, fields[i + 1]));
        }
        out.close();
    }

    private static String entities(CRFClassifier<CoreLabel> classifier, String text) {
        StringBuilder rows = new StringBuilder();
        for (Triple<String, Integer, Integer> found : classifier.classifyToCharacterOffsets(text)) {
            // Java counts UTF-16 units; what leaves here counts code points.
            int start = text.codePointCount(0, found.second());
            int end = start + text.codePointCount(found.second(), found.third());
            rows.append(rows.length() == 0 ? "" : ", ");
            rows.append(String.format("{\"start\": %d, \"end\": %d, \"type\": \"%s\"}", start, end, found.first()));
        }
        return rows.toString();
    }
}
