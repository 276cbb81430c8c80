// Events and their actors. The rows with even ids of events_cases.tsv are held to floors; single behaviours stand
// below.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "testkit/testkit.h"

namespace attache::testkit {
namespace {

const std::vector<std::string> annotators{"sentences", "dates", "entities", "quotes", "events"};

/// "CONSULT KZ>CN" for each source and target of different countries.
using Pairs = std::multiset<std::string>;

Pairs pairs_of(const std::string& label, const std::vector<std::string>& sources,
               const std::vector<std::string>& targets) {
    Pairs pairs;
    for (const std::string& source : sources) {
        for (const std::string& target : targets) {
            const bool countries = source.size() == 2 && target.size() == 2 && source != "UN" && source != "EU" &&
                                   target != "UN" && target != "EU";
            if (countries && source != target) {
                pairs.insert(label + ' ' + source + '>' + target);
            }
        }
    }
    return pairs;
}

Pairs expected(const std::string& labels) {
    Pairs all;
    if (labels == "none") {
        return all;
    }
    for (const std::string& label : split(labels, " | ")) {
        const std::vector<std::string> words = split(label, " ");
        const std::vector<std::string> sides = split(words.at(2), ">");
        all.merge(pairs_of(words.at(0), split(sides.at(0), ","), split(sides.at(1), ",")));
    }
    return all;
}

Pairs found(Result& result) {
    std::map<std::string, std::vector<std::string>> sides;
    for (const Row& row : result.layers["participant"]) {
        if (!row["country"].empty()) {
            sides[row["event"] + row["role"]].push_back(row["country"]);
        }
    }
    Pairs all;
    const std::vector<Row>& events = result.layers["event"];
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::string number = std::to_string(i);
        all.merge(pairs_of(events[i]["class"], sides[number + "source"], sides[number + "target"]));
    }
    return all;
}

Pairs without_class(const Pairs& pairs) {
    Pairs bare;
    for (const std::string& pair : pairs) {
        bare.insert(pair.substr(pair.find(' ') + 1));
    }
    return bare;
}

struct Score {
    double right = 0;
    double found = 0;
    double wanted = 0;

    void add(const Pairs& wanted_ones, const Pairs& found_ones) {
        Pairs left = wanted_ones;
        for (const std::string& one : found_ones) {
            if (const auto same = left.find(one); same != left.end()) {
                left.erase(same);
                ++right;
            }
        }
        found += static_cast<double>(found_ones.size());
        wanted += static_cast<double>(wanted_ones.size());
    }
    double precision() const { return right / found; }
    double f1() const { return 2 * right / (found + wanted); }
};

struct Scores {
    Score pairs;
    Score classes;
};

/// Of the rows with even ids.
Scores scores_of(const std::string& file) {
    std::ifstream table(source_folder() / "tests/plugins" / file);
    std::vector<std::string> labels;
    std::vector<Article> articles;
    for (std::string line; std::getline(table, line);) {
        const std::vector<std::string> columns = split(line, "\t");
        if (line.starts_with("#") || std::stoi(columns.at(0)) % 2 == 1) {
            continue;
        }
        articles.push_back({columns.at(1), {{"published", "2024-05-20"}}});
        labels.push_back(columns.at(2));
    }
    std::vector<Result> results = annotate(annotators, articles);
    Scores scores;
    for (std::size_t i = 0; i < results.size(); ++i) {
        EXPECT_EQ(results[i].rejected, "");
        const Pairs wanted = expected(labels[i]);
        const Pairs got = found(results[i]);
        scores.classes.add(wanted, got);
        scores.pairs.add(without_class(wanted), without_class(got));
    }
    return scores;
}

TEST(Events, PairsAndClassesOfTheDevelopmentRowsStayAboveTheirFloors) {
    const Scores cases = scores_of("events_cases.tsv");
    EXPECT_GE(cases.pairs.f1(), 0.94);
    EXPECT_GE(cases.pairs.precision(), 0.94);
    EXPECT_GE(cases.classes.f1(), 0.92);
    const Scores agency = scores_of("events_agency.tsv");
    EXPECT_GE(agency.pairs.f1(), 0.84);
    EXPECT_GE(agency.pairs.precision(), 0.85);
    EXPECT_GE(agency.classes.f1(), 0.75);
}

/// "CONSULT fact met: KZ Kazakhstan > CN China", an event a line.
std::string told(const std::string& text, const std::string& published = "2024-05-20") {
    Result result = annotate(annotators, Article{text, {{"published", published}}});
    EXPECT_EQ(result.rejected, "");
    std::string all;
    const std::vector<Row>& events = result.layers["event"];
    for (std::size_t i = 0; i < events.size(); ++i) {
        std::string sides[2];
        for (const Row& row : result.layers["participant"]) {
            if (row["event"] == std::to_string(i)) {
                std::string& side = sides[row["role"] == "target" ? 1 : 0];
                side += (side.empty() ? "" : ", ") + row["country"];
            }
        }
        all += (all.empty() ? "" : "\n") + events[i]["class"] + ' ' + events[i]["status"] + ' ' + events[i]["trigger"] +
               ": " + sides[0] + " > " + sides[1];
    }
    return all;
}

/// Each event on a line: "COERCE: Poland > Ivan Petrov".
std::string parties(const std::string& text) {
    Result result = annotate(annotators, Article{text});
    std::string all;
    for (std::size_t i = 0; i < result.layers["event"].size(); ++i) {
        std::string sides[2];
        for (const Row& row : result.layers["participant"]) {
            if (row["event"] == std::to_string(i)) {
                std::string& side = sides[row["role"] == "target" ? 1 : 0];
                side += (side.empty() ? "" : ", ") + row.text;
            }
        }
        all += (all.empty() ? "" : "\n") + result.layers["event"][i]["class"] + ": " + sides[0] + " > " + sides[1];
    }
    return all;
}

TEST(Events, SourceAndTargetFollowVoice) {
    EXPECT_EQ(told("Georgia accused Russia of moving the fence."), "ACCUSE fact accused: GE > RU");
    EXPECT_EQ(told("Russia was accused by Georgia of moving the fence."), "ACCUSE fact accused: GE > RU");
    EXPECT_EQ(told("Talks between Sudan and Ethiopia resumed."), "CONSULT fact Talks: SD > ET");
}

TEST(Events, APrepositionOfADateTiesNobody) {
    EXPECT_EQ(told("On Monday Chad thanked Qatar and accused Cameroon of theft."),
              "SUPPORT fact thanked: TD > QA\nACCUSE fact accused: TD > CM");
    EXPECT_EQ(told("In 2003 Iraq accused Kuwait of theft."), "ACCUSE fact accused: IQ > KW");
    EXPECT_EQ(told("On 14 March 2024 Chad accused Cameroon of theft."), "ACCUSE fact accused: TD > CM");
}

TEST(Events, TheSameVerbDiffersByWhatFollows) {
    EXPECT_EQ(told("Turkey sent tents to Syria."), "AID fact sent: TR > SY");
    EXPECT_EQ(told("Turkey sent troops to Syria."), "MOBILIZE fact sent: TR > SY");
    EXPECT_EQ(told("Turkey lifted sanctions on Syria."), "RETREAT fact lifted: TR > SY");
    EXPECT_EQ(told("Turkey imposed sanctions on Syria."), "SANCTION fact imposed: TR > SY");
    EXPECT_EQ(told("Libya wants Russia to build a port."), "REQUEST fact wants: LY > RU");
    EXPECT_EQ(told("Libya wants to offer Russia a port."), "AGREE plan offer: LY > RU");
    EXPECT_EQ(told("The raid demonstrated the confidence of Russia."), "");
}

TEST(Events, TheSameVerbDiffersByWhoActs) {
    EXPECT_EQ(told("Polish truckers blocked crossings with Ukraine."), "PROTEST fact blocked: PL > UA");
    EXPECT_EQ(told("Crowds in Khartoum urged Egypt to free its prisoners."), "PROTEST fact urged: SD > EG");
    EXPECT_EQ(told("Sudan urged Egypt to free its prisoners."), "REQUEST fact urged: SD > EG");
    EXPECT_EQ(told("Police in Nairobi fired tear gas at students."), "COERCE fact fired: KE > KE");
    EXPECT_EQ(told("Chinese ships fired a water cannon at a Philippine boat."), "ASSAULT fact fired: CN > PH");
    EXPECT_EQ(told("Turkish police raided a television station."), "COERCE fact raided: TR > TR");
}

TEST(Events, WhatEndsRelationsIsASanction) {
    EXPECT_EQ(told("Poland closed its border with Belarus."), "SANCTION fact closed: PL > BY");
    EXPECT_EQ(told("Russia restricted imports of Moldovan fruit."), "SANCTION fact restricted: RU > MD");
    EXPECT_EQ(told("Mali ordered French soldiers to leave the country."), "SANCTION fact ordered: ML > FR");
    EXPECT_EQ(told("Mali ordered French soldiers to lay down their arms."), "REQUEST fact ordered: ML > FR");
}

TEST(Events, WhatThoseWhoProtestDemandIsToldWithTheProtest) {
    EXPECT_EQ(told("Iranian students marched on the British embassy and called for its closure."),
              "PROTEST fact marched: IR > GB");
    EXPECT_EQ(told("Iranian students rallied against Britain, and Iraq called for calm."),
              "PROTEST fact rallied: IR > GB\nREQUEST fact called: IQ > ");
}

TEST(Events, StatusTellsFactPlanClaimAndDenial) {
    EXPECT_EQ(told("Norway supplied Ukraine with weapons."), "AID fact supplied: NO > UA");
    EXPECT_EQ(told("Norway will supply Ukraine with weapons."), "AGREE plan supply: NO > UA");
    EXPECT_EQ(told("Kyiv said that Russia had attacked Ukraine."), "ASSAULT claim attacked: RU > UA");
    EXPECT_EQ(told("Moscow denied that Russia had attacked Ukraine."), "ASSAULT denial attacked: RU > UA");
}

TEST(Events, ADeedOfWhichSomebodyComplainsIsDoneByTheOther) {
    EXPECT_EQ(told("Canada recalled its envoy from China over the detention of two Canadians."),
              "SANCTION fact recalled: CA > CN\nCOERCE fact detention: CN > CA");
    EXPECT_EQ(told("Bangkok protested to Yangon over the shelling of a Thai village by Burmese troops."),
              "ACCUSE fact protested: TH > MM\nASSAULT fact shelling: MM > TH");
}

TEST(Events, AComplaintCountsBesideWhatSomebodyWasMetFor) {
    EXPECT_EQ(told("Canada's envoy met Chinese officials to complain about the detention of two Canadians."),
              "CONSULT fact met: CA > CN\nACCUSE fact complain: CA > CN\nCOERCE fact detention: CN > CA");
    EXPECT_EQ(told("Sweden summoned the Iranian ambassador to warn him over the arrest of two Swedes."),
              "ACCUSE fact summoned: SE > IR\nTHREATEN fact warn: SE > IR\nCOERCE fact arrest: IR > SE");
}

TEST(Events, WhomAThreatNamesStaysBesideWhoseDeedItSupposes) {
    EXPECT_EQ(told("Russia will retaliate if Poland builds the base."), "THREATEN plan retaliate: RU > PL");
    EXPECT_EQ(parties("Russia will retaliate against NATO if Poland builds the base."),
              "THREATEN: Russia > NATO, Poland");
}

TEST(Events, AnActorBehindByIsNoTarget) {
    EXPECT_EQ(told("Israel and Lebanon agreed to demarcate their maritime border under a deal brokered by Qatar."),
              "AGREE fact agreed: IL > LB");
    EXPECT_EQ(told("South Africa took Israel to the International Court of Justice."), "ACCUSE fact took: ZA > IL");
}

TEST(Events, WhatLiesBetweenACountryAndAPersonMayTellTheyAreTwo) {
    EXPECT_EQ(
        told("Colombia recalled its ambassador to Argentina for talks after President Javier Milei called Gustavo "
             "Petro a terrorist."),
        "SANCTION fact recalled: CO > AR\nACCUSE fact called: AR > CO");
}

TEST(Events, AJointExerciseIsCooperation) {
    EXPECT_EQ(told("Kuwaiti and Iraqi navies held their first joint exercise."), "COOPERATE fact held: KW > IQ");
    EXPECT_EQ(told("Russia held an exercise near Estonia."), "MOBILIZE fact held: RU > EE");
}

TEST(Events, ReleaseIsAskedOfWhoHoldsThem) {
    EXPECT_EQ(told("Canada called for the release of two Canadians detained in China."),
              "REQUEST fact called: CA > CN");
    EXPECT_EQ(told("Poland pressed for the release of a teacher and his wife from Belarusian custody."),
              "REQUEST fact pressed: PL > BY");
    EXPECT_EQ(told("Norway asked Qatar to work for the release of a sailor held by Iran."),
              "REQUEST fact asked: NO > QA");
}

TEST(Events, AParticipleThatNamesNobodyGoesOn) {
    EXPECT_EQ(told("Serb gunmen attacked a convoy of French peacekeepers, injuring three soldiers."),
              "ASSAULT fact attacked: RS > FR\nASSAULT fact injuring: RS > FR");
}

TEST(Events, BothSidesAreOfOneCountryOnlyWhereTheTextNamesNoOther) {
    EXPECT_EQ(told("Gunmen shot dead a village headman in the Indian state of Jharkhand."),
              "ASSAULT fact shot: IN > IN");
    const std::string beaten = "A Zimbabwean singer was beaten while in custody.";
    EXPECT_EQ(told(beaten), "ASSAULT fact beaten: ZW > ZW");
    EXPECT_EQ(told(beaten + " He lives in Zambia."), "ASSAULT fact beaten:  > ZW");
}

TEST(Events, WhereTheTextNamesNoCountryWhoIsNamedActs) {
    const Result result = annotate(annotators, Article{"Omar Farid assaulted Ali Hassan in the street."});
    const std::vector<Row>& participants = result.layers.at("participant");
    ASSERT_EQ(participants.size(), 2u);
    EXPECT_EQ(participants[0].text + " " + participants[0]["role"], "Omar Farid source");
    EXPECT_EQ(participants[1].text + " " + participants[1]["role"], "Ali Hassan target");
}

TEST(Events, WhatOneDoesToOneselfAndMonthsAreNoDeeds) {
    EXPECT_EQ(told("Russia will isolate itself."), "");
    EXPECT_EQ(told("Pakistan allied itself with Turkey."), "SUPPORT fact allied: PK > TR");
    EXPECT_EQ(told("The club has members in Nantes and Mexico since its start in March 2008."), "");
}

TEST(Events, WhatDidNotHappenIsNoEvent) {
    EXPECT_EQ(told("Poland did not sign the treaty with Belarus."), "");
    EXPECT_EQ(told("If Armenia attacked Azerbaijan, the market would fall."), "");
    EXPECT_EQ(told("The border between Laos and Vietnam is 2,100 kilometres long."), "");
}

TEST(Events, NothingIsDoneByACountryToItself) {
    EXPECT_EQ(told("China praised Chinese doctors."), "SUPPORT fact praised: CN > ");
}

TEST(Events, HostileDeedsWithinACountryHaveItOnBothSides) {
    EXPECT_EQ(told("Police in Cairo arrested dozens of protesters."), "COERCE fact arrested: EG > EG");
    EXPECT_EQ(told("Rebels in eastern Chad killed six soldiers."), "ASSAULT fact killed: TD > TD");
    EXPECT_EQ(told("Turkish troops killed six Syrian rebels."), "ASSAULT fact killed: TR > SY");
}

TEST(Events, ParticiplesWithByTellDeedsToo) {
    EXPECT_EQ(told("Two Ecuadorean engineers kidnapped by Colombian rebels came home."),
              "ASSAULT fact kidnapped: CO > EC");
    EXPECT_EQ(told("Accused by India of sheltering rebels, Pakistan fell silent."), "ACCUSE fact Accused: IN > PK");
}

TEST(Events, RelativeClausesAreNoDeedsOfTheMainSubject) {
    EXPECT_EQ(told("Chad accused Sudan of backing the rebels who attacked the capital."),
              "ACCUSE fact accused: TD > SD");
    EXPECT_EQ(told("The Polish officer was flown to a U.S. military hospital in Germany."), "");
}

TEST(Events, WhoIsDescribedByADeedSufferedIt) {
    EXPECT_EQ(parties("Ivan Petrov, a banker convicted in Poland of fraud, and Anna Kuhn, a nurse, left Lithuania."),
              "COERCE: Poland > Ivan Petrov");
    EXPECT_EQ(parties("Omar Farid, a teacher detained by Iran in March, and Jane Smith, a nurse, returned to France."),
              "COERCE: Iran > Omar Farid");
    EXPECT_EQ(told("Georgia, attacked in 2008 by Russia, wants to join NATO."), "ASSAULT fact attacked: RU > GE");
    EXPECT_EQ(told("Hungary's Viktor Orban, accused of blocking aid, met Vladimir Putin."),
              "CONSULT fact met: HU > RU");
    EXPECT_EQ(told("Poland freed Ivan Petrov, a banker jailed by Belarus in May."),
              "RETREAT fact freed: PL > \nCOERCE fact jailed: BY > ");
    EXPECT_EQ(told("In Poland, a court jailed two Belarusians."), "COERCE fact jailed: PL > BY");
}

TEST(Events, ANationalityBeforeANameWithItsOfficeIsThatOfThePerson) {
    EXPECT_EQ(told("Belarus holds a Polish engineer, Jan Nowak, arrested in Minsk in May 2022."),
              "COERCE fact arrested: BY > PL");
}

TEST(Events, WhoArrestsInACountryIsOfIt) {
    EXPECT_EQ(parties("Ivan Petrov was arrested in Spain before he flew to Russia."),
              "COERCE: Spain > Ivan Petrov\nCONSULT: Ivan Petrov > Russia");
}

TEST(Events, TheOtherCountryOfTheSentenceIsTheCounterpart) {
    EXPECT_EQ(told("Ethiopia massed tanks on the border, a diplomat from Eritrea said."),
              "MOBILIZE claim massed: ET > ER");
}

TEST(Events, BothSidesAreTheTwoNamedBefore) {
    EXPECT_EQ(told("China and Vietnam are at odds over oil. Both sides agreed to set up a hotline."),
              "AGREE fact agreed: CN > VN");
}

TEST(Events, TellWhenAndWhere) {
    Result result =
        annotate(annotators, Article{"The foreign ministers of Kazakhstan and China met in Astana on Monday.",
                                     {{"published", "2024-05-20"}}});
    ASSERT_EQ(result.layers["event"].size(), 1u);
    const Row& event = result.layers["event"].front();
    EXPECT_EQ(result.layers["time"].at(std::stoul(event["time"]))["value"], "2024-05-20");
    EXPECT_EQ(result.layers["entity"].at(std::stoul(event["place"])).text, "Astana");
    EXPECT_EQ(event["what"], "The foreign ministers of Kazakhstan and China met in Astana on Monday.");
    EXPECT_TRUE(event["evidence"].starts_with("lexicon.tsv:")) << event["evidence"];
}

TEST(Events, WorkWithoutQuotes) {
    Result result = annotate({"sentences", "dates", "entities", "events"}, Article{"Iran accused Iraq of theft."});
    EXPECT_EQ(result.rejected, "");
    EXPECT_EQ(result.layers["event"].size(), 1u);
}

TEST(Events, AnEndlessSentenceTakesNoEndlessTime) {
    for (const char* part : {"Iran accused Iraq and ", "Iran arrested protesters in Tehran and "}) {
        std::string text;
        for (int i = 0; i < 20000; ++i) {
            text += part;
        }
        Result result = annotate(annotators, Article{text});
        EXPECT_EQ(result.rejected, "") << part;
        EXPECT_GT(result.layers["event"].size(), 1000u) << part;
    }
}

TEST(Events, TwoCountriesBesideADeedAreAPairOfLittleConfidence) {
    Result result = annotate(annotators, Article{"Britain's embargo on beef from Brazil is in place.", {}});
    ASSERT_EQ(result.layers["event"].size(), 1U);
    Result bare = annotate(annotators, Article{"The embargo of Britain hurts beef that Brazil sells.", {}});
    ASSERT_EQ(bare.layers["event"].size(), 1U);
    EXPECT_EQ(bare.layers["event"].front()["confidence"], "0.3");
    EXPECT_EQ(told("The border between Ghana and Togo runs through a town."), "");
    EXPECT_EQ(told("Oman did not stay away from the reception given by Iraq."), "");
    EXPECT_EQ(told("Rome and Athens were told on 21 March."), "");
}

TEST(Events, WhatOneMetAnotherForIsTold) {
    EXPECT_EQ(told("Chad's president telephoned his Malian counterpart to urge him to resign."),
              "CONSULT fact telephoned: TD > ML\nREQUEST fact urge: TD > ML");
    EXPECT_EQ(told("Chad's president visited Mali after its refusal to extradite him."),
              "CONSULT fact visited: TD > ML");
}

TEST(Events, ADeedWithoutANamedAgentIsDoneByThoseOfTheCountry) {
    EXPECT_EQ(told("Nigerian schoolgirls were seized by gunmen."), "ASSAULT fact seized: NG > NG");
    EXPECT_EQ(told("Nigerian schoolgirls were seized by gunmen from Chad."), "ASSAULT fact seized: TD > NG");
}

}  // namespace
}  // namespace attache::testkit
