// English. See lexicon.hpp for what each table means.
#include <array>

#include "engine/quantity/lexicon.hpp"

namespace crossfoot {
namespace {

constexpr auto kLeads = std::to_array<Lead>({
    {"about", LeadKind::about, 5},
    {"some", LeadKind::about, 5},
    {"around", LeadKind::about, 5},
    {"approximately", LeadKind::about, 5},
    {"roughly", LeadKind::about, 5},
    {"nearly", LeadKind::near, 10},
    {"almost", LeadKind::near, 10},
    {"barely", LeadKind::near, 10},
    {"more than", LeadKind::above},
    {"over", LeadKind::above},
    {"less than", LeadKind::below},
    {"fewer than", LeadKind::below},
    {"under", LeadKind::below},
    {"at least", LeadKind::at_least},
    {"no less than", LeadKind::at_least},
    {"no fewer than", LeadKind::at_least},
    {"at most", LeadKind::at_most},
    {"no more than", LeadKind::at_most},
    {"up to", LeadKind::at_most},
    {"just over", LeadKind::just_above, 5},
    {"just under", LeadKind::just_below, 5},
    {"a decrease of", LeadKind::fall},
    {"decrease of", LeadKind::fall},
    {"decreased by", LeadKind::fall},
    {"a fall of", LeadKind::fall},
    {"fall of", LeadKind::fall},
    {"fell by", LeadKind::fall},
    {"a drop of", LeadKind::fall},
    {"drop of", LeadKind::fall},
    {"a decline of", LeadKind::fall},
    {"decline of", LeadKind::fall},
    {"a reduction of", LeadKind::fall},
    {"reduction of", LeadKind::fall},
    {"down", LeadKind::fall},
    {"down by", LeadKind::fall},
    {"decreases by", LeadKind::fall},
    {"falls by", LeadKind::fall},
    {"drops by", LeadKind::fall},
    {"declines by", LeadKind::fall},
    {"declined by", LeadKind::fall},
    {"dropped by", LeadKind::fall},
    {"reduced by", LeadKind::fall},
    {"fallen by", LeadKind::fall},
    {"has decreased by", LeadKind::fall},
    {"has fallen by", LeadKind::fall},
    {"has dropped by", LeadKind::fall},
    {"has declined by", LeadKind::fall},
    {"have decreased by", LeadKind::fall},
    {"have fallen by", LeadKind::fall},
    {"have dropped by", LeadKind::fall},
    {"have declined by", LeadKind::fall},
    {"an increase of", LeadKind::rise},
    {"increase of", LeadKind::rise},
    {"increased by", LeadKind::rise},
    {"a rise of", LeadKind::rise},
    {"rise of", LeadKind::rise},
    {"rose by", LeadKind::rise},
    {"up", LeadKind::rise},
    {"up by", LeadKind::rise},
    {"increases by", LeadKind::rise},
    {"rises by", LeadKind::rise},
    {"grows by", LeadKind::rise},
    {"grew by", LeadKind::rise},
    {"grown by", LeadKind::rise},
    {"risen by", LeadKind::rise},
    {"has increased by", LeadKind::rise},
    {"has risen by", LeadKind::rise},
    {"has grown by", LeadKind::rise},
    {"have increased by", LeadKind::rise},
    {"have risen by", LeadKind::rise},
    {"have grown by", LeadKind::rise},
    {"growth of", LeadKind::rise},
    {"a growth of", LeadKind::rise},
    {"minus", LeadKind::minus},
    {"~", LeadKind::about, 5},
    {"≈", LeadKind::about, 5},
    {">", LeadKind::above},
    {"<", LeadKind::below},
    {"≥", LeadKind::at_least},
    {"≤", LeadKind::at_most},
});

constexpr auto kNumbers = std::to_array<NumberWord>({
    {"zero", 0}, {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7},
    {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"thirteen", 13}, {"fourteen", 14},
    {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"twenty-one", 21}, {"twenty one", 21}, {"twenty-two", 22}, {"twenty two", 22}, {"twenty-three", 23},
    {"twenty three", 23}, {"twenty-four", 24}, {"twenty four", 24}, {"twenty-five", 25}, {"twenty five", 25},
    {"twenty-six", 26}, {"twenty six", 26}, {"twenty-seven", 27}, {"twenty seven", 27}, {"twenty-eight", 28},
    {"twenty eight", 28}, {"twenty-nine", 29}, {"twenty nine", 29}, {"thirty", 30}, {"thirty-one", 31},
    {"thirty one", 31}, {"thirty-two", 32}, {"thirty two", 32}, {"thirty-three", 33}, {"thirty three", 33},
    {"thirty-four", 34}, {"thirty four", 34}, {"thirty-five", 35}, {"thirty five", 35}, {"thirty-six", 36},
    {"thirty six", 36}, {"thirty-seven", 37}, {"thirty seven", 37}, {"thirty-eight", 38}, {"thirty eight", 38},
    {"thirty-nine", 39}, {"thirty nine", 39}, {"forty", 40}, {"forty-one", 41}, {"forty one", 41}, {"forty-two", 42},
    {"forty two", 42}, {"forty-three", 43}, {"forty three", 43}, {"forty-four", 44}, {"forty four", 44},
    {"forty-five", 45}, {"forty five", 45}, {"forty-six", 46}, {"forty six", 46}, {"forty-seven", 47},
    {"forty seven", 47}, {"forty-eight", 48}, {"forty eight", 48}, {"forty-nine", 49}, {"forty nine", 49},
    {"fifty", 50}, {"fifty-one", 51}, {"fifty one", 51}, {"fifty-two", 52}, {"fifty two", 52}, {"fifty-three", 53},
    {"fifty three", 53}, {"fifty-four", 54}, {"fifty four", 54}, {"fifty-five", 55}, {"fifty five", 55},
    {"fifty-six", 56}, {"fifty six", 56}, {"fifty-seven", 57}, {"fifty seven", 57}, {"fifty-eight", 58},
    {"fifty eight", 58}, {"fifty-nine", 59}, {"fifty nine", 59}, {"sixty", 60}, {"sixty-one", 61}, {"sixty one", 61},
    {"sixty-two", 62}, {"sixty two", 62}, {"sixty-three", 63}, {"sixty three", 63}, {"sixty-four", 64},
    {"sixty four", 64}, {"sixty-five", 65}, {"sixty five", 65}, {"sixty-six", 66}, {"sixty six", 66},
    {"sixty-seven", 67}, {"sixty seven", 67}, {"sixty-eight", 68}, {"sixty eight", 68}, {"sixty-nine", 69},
    {"sixty nine", 69}, {"seventy", 70}, {"seventy-one", 71}, {"seventy one", 71}, {"seventy-two", 72},
    {"seventy two", 72}, {"seventy-three", 73}, {"seventy three", 73}, {"seventy-four", 74}, {"seventy four", 74},
    {"seventy-five", 75}, {"seventy five", 75}, {"seventy-six", 76}, {"seventy six", 76}, {"seventy-seven", 77},
    {"seventy seven", 77}, {"seventy-eight", 78}, {"seventy eight", 78}, {"seventy-nine", 79}, {"seventy nine", 79},
    {"eighty", 80}, {"eighty-one", 81}, {"eighty one", 81}, {"eighty-two", 82}, {"eighty two", 82},
    {"eighty-three", 83}, {"eighty three", 83}, {"eighty-four", 84}, {"eighty four", 84}, {"eighty-five", 85},
    {"eighty five", 85}, {"eighty-six", 86}, {"eighty six", 86}, {"eighty-seven", 87}, {"eighty seven", 87},
    {"eighty-eight", 88}, {"eighty eight", 88}, {"eighty-nine", 89}, {"eighty nine", 89}, {"ninety", 90},
    {"ninety-one", 91}, {"ninety one", 91}, {"ninety-two", 92}, {"ninety two", 92}, {"ninety-three", 93},
    {"ninety three", 93}, {"ninety-four", 94}, {"ninety four", 94}, {"ninety-five", 95}, {"ninety five", 95},
    {"ninety-six", 96}, {"ninety six", 96}, {"ninety-seven", 97}, {"ninety seven", 97}, {"ninety-eight", 98},
    {"ninety eight", 98}, {"ninety-nine", 99}, {"ninety nine", 99}, {"hundred", 100}, {"a hundred", 100},
    {"one hundred", 100},
});

constexpr auto kFractions = std::to_array<FractionWord>({
    {"half", 1, 2},         {"a half", 1, 2},       {"one half", 1, 2},       {"one-half", 1, 2},
    {"a third", 1, 3},      {"one third", 1, 3},    {"one-third", 1, 3},      {"two thirds", 2, 3},
    {"two-thirds", 2, 3},   {"a quarter", 1, 4},    {"one quarter", 1, 4},    {"one-quarter", 1, 4},
    {"three quarters", 3, 4}, {"three-quarters", 3, 4},
});

constexpr auto kFactors = std::to_array<FactorWord>({{"doubled", 2}, {"tripled", 3}, {"quadrupled", 4}, {"halved", 2}});

constexpr auto kFactorIntroductions =
    std::to_array<FactorIntroduction>({{"divided by"}, {"multiplied by"}, {"×", true}, {"x", true}});

constexpr auto kScales = std::to_array<ScaleWord>({
    {"thousands", 3, false}, {"thousand", 3, false}, {"billions", 9, false}, {"billion", 9, false}, {"millions", 6, false},
    {"million", 6, false}, {"Mrds", 9, true}, {"Mrd", 9, true}, {"Mds", 9, true}, {"Md", 9, true}, {"bn", 9, true},
    {"M", 6, true}, {"m", 6, false, true}, {"k", 3, true}, {"K", 3, true},
});

constexpr auto kRanges = std::to_array<RangeWords>({{"from", "to"}, {"between", "and", true}, {"", "to", true}});

constexpr auto kTails = std::to_array<Tail>({
    {"fewer", LeadKind::fall, true}, {"less", LeadKind::fall}, {"lower", LeadKind::fall}, {"more", LeadKind::rise, true}, {"higher", LeadKind::rise},
});

// English says `a dozen` of exactly twelve, too: it is no figure, but counted.
constexpr auto kApproximations = std::to_array<ApproximateWord>({{"", "dozen", 0}});

constexpr auto kShareWords = std::to_array<std::string_view>({" in ", " out of "});

constexpr auto kMonths = std::to_array<MonthWord>({
    {"january", 1}, {"february", 2}, {"march", 3}, {"april", 4}, {"may", 5}, {"june", 6}, {"july", 7}, {"august", 8},
    {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
});

constexpr auto kShortMonths = std::to_array<MonthWord>({
    {"jan", 1}, {"feb", 2}, {"mar", 3}, {"apr", 4}, {"may", 5}, {"jun", 6}, {"jul", 7}, {"aug", 8}, {"sept", 9}, {"sep", 9}, {"oct", 10},
    {"nov", 11}, {"dec", 12},
});

constexpr auto kQuarters = std::to_array<QuarterWord>({
    {"1st", 1}, {"first", 1}, {"2nd", 2}, {"second", 2}, {"3rd", 3}, {"third", 3}, {"4th", 4}, {"fourth", 4},
});
constexpr auto kQuarterSymbols = std::to_array<QuarterWord>({{"q1", 1}, {"q2", 2}, {"q3", 3}, {"q4", 4}});
constexpr auto kQuarterNouns = std::to_array<std::string_view>({"quarter"});
constexpr auto kYearNouns = std::to_array<std::string_view>({"year"});
constexpr auto kDateArticles = std::to_array<std::string_view>({"the", "of"});

constexpr Lexicon kLexicon{
    .language = Language::en,
    .decimal_sign = '.',
    .comma_groups = true,
    .joint = "of ",
    .elided_joint = "",
    .leads = kLeads,
    .numbers = kNumbers,
    .fractions = kFractions,
    .factors = kFactors,
    .factor_introductions = kFactorIntroductions,
    .scales = kScales,
    .ranges = kRanges,
    .tails = kTails,
    .approximations = kApproximations,
    .share_words = kShareWords,
    .also = "and",
    .hundreds = {"hundred", "hundred", "thousand", "and", true, ""},
    .months = kMonths,
    .short_months = kShortMonths,
    .quarters = kQuarters,
    .quarter_symbols = kQuarterSymbols,
    .quarter_nouns = kQuarterNouns,
    .year_nouns = kYearNouns,
    .date_articles = kDateArticles,
    .first_day = "1st",
};

}  // namespace

const Lexicon& english_lexicon() { return kLexicon; }

}  // namespace crossfoot
