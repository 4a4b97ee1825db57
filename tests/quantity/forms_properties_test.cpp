// A known number, printed in every form of page 1's kind, reads back as itself.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/quantity/numeral.hpp"
#include "tests/quantity/generators.hpp"

namespace crossfoot::testing {
namespace {

// What a form does to the number that is printed in it.
struct Form {
    const char* before;
    const char* after;
    bool negates = false;
    const char* mark = "";
    bool approximate = false;   // the range need not hold the number itself
};

const std::vector<Form>& forms(Language language) {
    static const std::vector<Form> french{
        {"", ""}, {"- ", "", true}, {"−", "", true}, {"moins ", "", true}, {"+", ""}, {"(", ")", true}, {"( ", " )", true},
        {"baisse de ", "", true}, {"en baisse de - ", "", true}, {"a baissé de ", "", true}, {"diminue de ", "", true},
        {"hausse de ", ""}, {"hausse de + ", ""}, {"augmente de ", ""}, {"a progressé de ", ""}, {"", " de moins", true},
        {"- ", " de moins", true}, {"", " de plus"}, {"", " en moins", true}, {"", "*", false, "*"}, {"", " (1)", false, "(1)"},
        {"", " (b)", false, "(b)"}, {"", "†", false, "†"}, {"", " ¹", false, "¹"}, {"(", ") (2)", true, "(2)"}, {"- ", " p", true, "p"},
        {"", " p", false, "p"}, {"environ ", "", false, "", true}, {"plus de ", "", false, "", true}, {"au moins ", ""},
        {"jusqu'à ", ""}, {"un peu plus de ", " *", false, "*", true}, {"baisse de (", ")", true}, {"environ ", " de moins", true, "", true},
    };
    static const std::vector<Form> english{
        {"", ""}, {"- ", "", true}, {"−", "", true}, {"minus ", "", true}, {"+", ""}, {"(", ")", true}, {"( ", " )", true},
        {"down ", "", true}, {"down -", "", true}, {"decreased by ", "", true}, {"has fallen by ", "", true}, {"up ", ""}, {"up +", ""},
        {"increased by ", ""}, {"has grown by ", ""}, {"", " fewer", true}, {"-", " fewer", true}, {"", " more"}, {"", " lower", true},
        {"", " higher"}, {"", "*", false, "*"}, {"", " (1)", false, "(1)"}, {"", " (b)", false, "(b)"}, {"", "†", false, "†"},
        {"", " ¹", false, "¹"}, {"(", ") (2)", true, "(2)"}, {"-", " p", true, "p"}, {"", " p", false, "p"},
        {"about ", "", false, "", true}, {"more than ", "", false, "", true}, {"at least ", ""}, {"up to ", ""},
        {"just over ", " *", false, "*", true}, {"down (", ")", true}, {"about ", " fewer", true, "", true},
    };
    return language == Language::fr ? french : english;
}

std::string grouped(const std::string& whole, const std::string& sign) {
    std::string out;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0) out += sign;
        out += whole[i];
    }
    return out;
}

std::string words_below_hundred(int value, Language language) {
    static const std::vector<std::string> french{"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
                                                 "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"};
    static const std::vector<std::string> english{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
                                                  "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    const bool is_french = language == Language::fr;
    const auto& small = is_french ? french : english;
    const auto at = [&](int i) { return small.at(static_cast<std::size_t>(i)); };
    if (value < 20) return at(value);
    static const std::vector<std::string> french_tens{"vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"};
    static const std::vector<std::string> english_tens{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    const int tens = value / 10;
    const std::string ten = (is_french ? french_tens : english_tens).at(static_cast<std::size_t>(tens - 2));
    int rest = value % 10;
    if (!is_french) return rest == 0 ? ten : ten + "-" + at(rest);
    if (tens == 7 || tens == 9) rest += 10;
    if (value == 80) return "quatre-vingts";
    if (rest == 0) return ten;
    if ((rest == 1 || rest == 11) && tens < 8) return ten + " et " + at(rest);
    return ten + "-" + at(rest);
}

std::string words_below_thousand(int value, Language language) {
    const bool french = language == Language::fr;
    if (value < 100) return words_below_hundred(value, language);
    const int hundreds = value / 100, rest = value % 100;
    std::string out = hundreds == 1 ? (french ? "cent" : "one hundred") : words_below_hundred(hundreds, language) + (french ? " cent" : " hundred");
    if (rest == 0) return french && hundreds > 1 ? out + "s" : out;
    return out + (french ? " " : " and ") + words_below_hundred(rest, language);
}

std::string words(int value, Language language) {
    if (value < 1000) return words_below_thousand(value, language);
    const bool french = language == Language::fr;
    const int thousands = value / 1000, rest = value % 1000;
    std::string out = thousands == 1 && french ? "mille" : words_below_thousand(thousands, language) + (french ? " mille" : " thousand");
    // "deux cent mille": the hundreds lose their s before it
    if (const std::size_t many = out.find("cents mille"); many != std::string::npos) out.erase(many + 4, 1);
    if (const std::size_t many = out.find("vingts mille"); many != std::string::npos) out.erase(many + 5, 1);
    return rest == 0 ? out : out + (french || rest > 99 ? " " : " and ") + words_below_thousand(rest, language);
}

}  // namespace

RC_GTEST_PROP(Forms, AnyNumberInAnyFormReadsBack, ()) {
    const Language language = *any_language();
    const bool french = language == Language::fr;
    const std::string whole = std::to_string(*rc::gen::inRange<std::int64_t>(1, 10'000'000'000));
    const std::string decimals = *rc::gen::element<std::string>("", "", "5", "25", "250");
    const std::string unit = *rc::gen::element<std::string>("", " %", "%", " €", " k€", " kg", " bps", " pp", " FTE", " USD", " £'000", " €m");
    const std::string group = *rc::gen::element<std::string>(" ", "\u00A0", "\u202F", "'", "’", french ? " " : ",", "");
    const Form form = *rc::gen::elementOf(forms(language));
    const std::vector<std::string> flags{"p", "e"};
    Reading reading;
    reading.language = language;
    reading.brackets = true;
    reading.flags = &flags;
    Units units;
    const std::string number = grouped(whole, group) + (decimals.empty() ? "" : (french ? "," : ".") + decimals) + unit;
    const std::string text = form.before + number + form.after;
    const ReadResult plain = read_figure(number, reading, units), result = read_figure(text, reading, units);
    RC_LOG() << text << '\n';
    const auto *alone = std::get_if<Figure>(&plain), *figure = std::get_if<Figure>(&result);
    RC_ASSERT(alone != nullptr && figure != nullptr);
    const Rational value = Rational::from_decimal(decimals.empty() ? whole : whole + "." + decimals) * units.unit(alone->unit).size;
    RC_ASSERT(alone->value == value);
    RC_ASSERT(figure->value == (form.negates ? -value : value));
    RC_ASSERT(figure->unit == alone->unit);
    RC_ASSERT(figure->mark == form.mark);
    RC_ASSERT(figure->printed == text);
    if (!form.approximate) RC_ASSERT(figure->range.contains(figure->value));
    if (!form.approximate && !figure->qualified) RC_ASSERT(figure->range == (form.negates ? -alone->range : alone->range));
}

// Number words to 999,999; in English a round thousand is a scale word, and rounded.
RC_GTEST_PROP(Forms, AnyNumberInWordsReadsBack, ()) {
    const Language language = *any_language();
    const int value = *rc::gen::oneOf(rc::gen::inRange(0, 2000), rc::gen::inRange(0, 1'000'000));
    Reading reading;
    reading.language = language;
    Units units;
    const std::string text = words(value, language);
    RC_LOG() << value << ": " << text << '\n';
    const ReadResult result = read_figure(text, reading, units);
    const auto* figure = std::get_if<Figure>(&result);
    RC_ASSERT(figure != nullptr);
    RC_ASSERT(figure->value == Rational(value));
    if (language == Language::fr || value < 1000 || value % 1000 != 0) RC_ASSERT(figure->range == Interval::point(value));
}

RC_GTEST_PROP(Forms, AnyDurationReadsBack, ()) {
    const int hours = *rc::gen::inRange(0, 200), minutes = *rc::gen::inRange(0, 60);
    const std::string two = (minutes < 10 ? "0" : "") + std::to_string(minutes), h = std::to_string(hours), m = std::to_string(minutes);
    const std::string text = *rc::gen::element<std::string>(h + "h" + two, h + " h " + two, h + " h " + m + " min", h + "h" + m + "min");
    Reading reading;
    reading.language = *any_language();
    Units units;
    const ReadResult result = read_figure(text, reading, units);
    const auto* figure = std::get_if<Figure>(&result);
    RC_ASSERT(figure != nullptr);
    RC_ASSERT(figure->range == Interval::point(std::int64_t{3600} * hours + 60 * minutes));
}

// What rises between dashes is a range; what does not is no figure, nor are two years.
RC_GTEST_PROP(Forms, ADashBetweenRisingNumbersIsARange, ()) {
    const int low = *rc::gen::inRange(0, 3000), high = *rc::gen::inRange(0, 3000);
    Reading reading;
    reading.language = *any_language();
    Units units;
    const ReadResult result = read_figure(std::to_string(low) + *rc::gen::element<std::string>("-", "–") + std::to_string(high), reading, units);
    const auto* figure = std::get_if<Figure>(&result);
    const bool years = low >= 1000 && high >= 1000;
    RC_ASSERT((figure != nullptr) == (low < high && !years));
    if (figure != nullptr) RC_ASSERT(figure->range == Interval::closed(low, high));
}

}  // namespace crossfoot::testing
