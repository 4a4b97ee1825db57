// What the table of prints cannot say: precisions, limits, long texts, decomposed letters, messages.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engine/quantity/lexicon.hpp"
#include "engine/quantity/print_text.hpp"
#include "tests/quantity/figures_table.hpp"

namespace crossfoot::testing {
namespace {

Reading french() { return {}; }

std::string reads(const std::string& text) {
    Units units = table_units();
    return spelled(read_figure(text, french(), units), units, Language::fr);
}

TEST(Precision, Forms) {
    Units units;
    const auto read = [&](const std::string& text) { return read_precision(text, french(), units); };
    EXPECT_EQ(std::get<Precision>(read("exact")).mode, Precision::Mode::exact);
    EXPECT_EQ(std::get<Precision>(read("last-digit")).mode, Precision::Mode::last_digit);
    const auto bare = std::get<Precision>(read("1 000"));
    EXPECT_EQ(bare.mode, Precision::Mode::step);
    EXPECT_EQ(bare.step, Rational(1000));
    EXPECT_FALSE(bare.unit.has_value());
    const auto rate = std::get<Precision>(read("0,1 %"));
    EXPECT_EQ(rate.step, Rational(1, 10));
    ASSERT_TRUE(rate.unit.has_value());
    EXPECT_EQ(units.unit(*rate.unit).symbol, "%");
}

TEST(Precision, OthersAreToldWhatToWrite) {
    Units units;
    for (const std::string text : {"", "exactly", "0", "-1", "environ 5", "de 1 à 2", "la moitié", "1 lieue", "juin 2013"}) {
        const auto result = read_precision(text, french(), units);
        ASSERT_TRUE(std::holds_alternative<NumeralError>(result)) << text;
        const auto& error = std::get<NumeralError>(result);
        EXPECT_EQ(error.code, Code::XF112) << text;
        EXPECT_LE(error.end, text.size());
        EXPECT_FALSE(error.help.empty());
    }
    EXPECT_EQ(std::get<NumeralError>(read_precision("1.000", french(), units)).code, Code::XF108);
}

TEST(Numeral, LongTexts) {
    const std::string words = "12 " + std::string(kLongestPrint, 'a');
    EXPECT_TRUE(reads(words).starts_with("text with a number"));
    EXPECT_EQ(reads(std::string(2000, 'a')), "text");
    EXPECT_TRUE(reads(std::string(2000, '1')).starts_with("XF110 at 0-2000"));
    // at the limit: read; beyond it: text
    EXPECT_EQ(reads(std::string(kLongestPrint - 1, ' ') + "5"), "[5; 5] 1, 5");
    EXPECT_TRUE(reads(std::string(kLongestPrint, ' ') + "5").starts_with("text with a number"));
    EXPECT_EQ(reads(std::string(kLongestPrint - 1, '0') + "5"), "[5; 5] 1, 5");
}

// Texts from PDF files often have their accents apart from their letters.
TEST(Numeral, DecomposedLetters) {
    EXPECT_EQ(reads("pre\u0300s de 400"), reads("près de 400"));
    EXPECT_EQ(reads("12 e\u0301le\u0300ves"), reads("12 élèves"));
    Units units;
    EXPECT_TRUE(units.declare_count("e\u0301coles"));
    const ReadResult result = read_figure("12 écoles", french(), units);
    EXPECT_TRUE(std::holds_alternative<Figure>(result));
}

TEST(Numeral, PrintedIsTheTextWithoutOuterSpace) {
    Units units;
    EXPECT_EQ(std::get<Figure>(read_figure(" 12\u202F828 €\n", french(), units)).printed, "12\u202F828 €");
}

TEST(Numeral, PlacesAreThoseOfTheOriginalBytes) {
    EXPECT_TRUE(reads("  −\u00A04.000 €").starts_with("XF108 at 7-12: '4.000'"));
    EXPECT_TRUE(reads(" 12\u00A0\u00A0lieues ").starts_with("text with a number at 7-13"));
}

TEST(Numeral, MissingMarkers) {
    const auto markers = default_missing_markers();
    for (const std::string_view marker : {"", "-", "—", "–", "n.d.", "nd", "n.c.", "nc", ":", ".", "..", "…", "NA", "N/A", "n/a"})
        EXPECT_NE(std::find(markers.begin(), markers.end(), marker), markers.end()) << marker;
    // a marker must not be a figure, nor a number word
    for (const std::string_view marker : markers) EXPECT_EQ(reads(std::string(marker)), "text") << marker;
}

// Truncation of what is not rounded changes nothing; of what is, it starts at the printed value.
TEST(Figure, TruncatedRange) {
    Units units;
    const auto range = [&](const std::string& text) { return spelled(truncated_range(std::get<Figure>(read_figure(text, french(), units)))); };
    EXPECT_EQ(range("19,7 M€"), "[19700000; 19800000[");
    EXPECT_EQ(range("- 19,7 M€"), "]-19800000; -19700000]");
    EXPECT_EQ(range("0,0 %"), "]-0.001; 0.001[");
    EXPECT_EQ(range("12 828"), "[12828; 12828]");
    EXPECT_EQ(range("environ 40"), "[35; 45]");
}

TEST(Figure, NotesHowItWasRead) {
    Units units;
    Reading reading;
    EXPECT_FALSE(std::get<Figure>(read_figure("19,7", reading, units)).rounding_declared);
    reading.rounding = Rounding::half_up;
    const auto figure = std::get<Figure>(read_figure("19,7", reading, units));
    EXPECT_TRUE(figure.rounding_declared);
    EXPECT_EQ(figure.rounding, Rounding::half_up);
    EXPECT_EQ(figure.state, FigureState::known);
}

class LexiconOf : public ::testing::TestWithParam<Language> {};

TEST_P(LexiconOf, NumberWordsAreZeroToAHundredAndAThousand) {
    std::set<int> seen;
    for (const NumberWord& each : lexicon(GetParam()).numbers) seen.insert(each.value);
    // an English thousand is a scale word
    const bool thousand = GetParam() == Language::fr;
    ASSERT_EQ(seen.size(), thousand ? 102U : 101U);
    EXPECT_EQ(*seen.begin(), 0);
    EXPECT_EQ(seen.count(100), 1U);
    EXPECT_EQ(*seen.rbegin(), thousand ? 1000 : 100);
}

TEST_P(LexiconOf, EveryNumberWordReadsAsItsValue) {
    Units units;
    Reading reading;
    reading.language = GetParam();
    for (const NumberWord& each : lexicon(GetParam()).numbers)
        EXPECT_EQ(std::get<Figure>(read_figure(each.word, reading, units)).range, Interval::point(each.value)) << each.word;
}

// Each word of the lexicon must be reachable: another, longer or earlier one must not hide it.
TEST_P(LexiconOf, EveryLeadIsReadBeforeANumber) {
    Units units;
    Reading reading;
    reading.language = GetParam();
    for (const Lead& each : lexicon(GetParam()).leads) {
        const ReadResult result = read_figure(std::string(each.phrase) + " 40", reading, units);
        ASSERT_TRUE(std::holds_alternative<Figure>(result)) << each.phrase;
        EXPECT_EQ(std::get<Figure>(result).qualified, is_qualifier(each.kind)) << each.phrase;
    }
}

TEST_P(LexiconOf, FractionsAndFactorsAreRead) {
    Units units;
    Reading reading;
    reading.language = GetParam();
    for (const FractionWord& each : lexicon(GetParam()).fractions)
        EXPECT_EQ(std::get<Figure>(read_figure(each.phrase, reading, units)).value, Rational(each.numerator, each.denominator)) << each.phrase;
    for (const FactorWord& each : lexicon(GetParam()).factors)
        EXPECT_EQ(std::get<Figure>(read_figure(each.phrase, reading, units)).value, Rational(each.factor)) << each.phrase;
    for (const FactorIntroduction& each : lexicon(GetParam()).factor_introductions)
        EXPECT_EQ(std::get<Figure>(read_figure(std::string(each.phrase) + " 3", reading, units)).value, Rational(3)) << each.phrase;
}

INSTANTIATE_TEST_SUITE_P(Both, LexiconOf, ::testing::Values(Language::en, Language::fr));

}  // namespace
}  // namespace crossfoot::testing
