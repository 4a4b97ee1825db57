// French. See lexicon.hpp for what each table means.
#include <array>

#include "engine/quantity/lexicon.hpp"

namespace crossfoot {
namespace {

constexpr auto kLeads = std::to_array<Lead>({
    {"environ", LeadKind::about, 5},
    {"quelque", LeadKind::about, 5},
    {"quelques", LeadKind::about, 5},
    {"à peu près", LeadKind::about, 5},
    {"approximativement", LeadKind::about, 5},
    {"près de", LeadKind::near, 10},
    {"presque", LeadKind::near, 10},
    {"à peine", LeadKind::near, 10},
    {"plus de", LeadKind::above},
    {"moins de", LeadKind::below},
    {"au moins", LeadKind::at_least},
    {"pas moins de", LeadKind::at_least},
    {"au plus", LeadKind::at_most},
    {"pas plus de", LeadKind::at_most},
    {"jusqu'à", LeadKind::at_most},
    {"un peu plus de", LeadKind::just_above, 5},
    {"un peu moins de", LeadKind::just_below, 5},
    {"baisse de", LeadKind::fall},
    {"une baisse de", LeadKind::fall},
    {"en baisse de", LeadKind::fall},
    {"baissé de", LeadKind::fall},
    {"diminution de", LeadKind::fall},
    {"une diminution de", LeadKind::fall},
    {"en diminution de", LeadKind::fall},
    {"diminué de", LeadKind::fall},
    {"recul de", LeadKind::fall},
    {"un recul de", LeadKind::fall},
    {"en recul de", LeadKind::fall},
    {"reculé de", LeadKind::fall},
    {"réduction de", LeadKind::fall},
    {"une réduction de", LeadKind::fall},
    {"une chute de", LeadKind::fall},
    {"chute de", LeadKind::fall},
    {"en chute de", LeadKind::fall},
    {"chuté de", LeadKind::fall},
    {"un repli de", LeadKind::fall},
    {"repli de", LeadKind::fall},
    {"en repli de", LeadKind::fall},
    {"réduit de", LeadKind::fall},
    {"a baissé de", LeadKind::fall},
    {"ont baissé de", LeadKind::fall},
    {"a diminué de", LeadKind::fall},
    {"ont diminué de", LeadKind::fall},
    {"a reculé de", LeadKind::fall},
    {"ont reculé de", LeadKind::fall},
    {"a chuté de", LeadKind::fall},
    {"ont chuté de", LeadKind::fall},
    {"baissent de", LeadKind::fall},
    {"diminue de", LeadKind::fall},
    {"diminuent de", LeadKind::fall},
    {"recule de", LeadKind::fall},
    {"reculent de", LeadKind::fall},
    {"chutent de", LeadKind::fall},
    {"hausse de", LeadKind::rise},
    {"une hausse de", LeadKind::rise},
    {"en hausse de", LeadKind::rise},
    {"augmentation de", LeadKind::rise},
    {"une augmentation de", LeadKind::rise},
    {"en augmentation de", LeadKind::rise},
    {"augmenté de", LeadKind::rise},
    {"progression de", LeadKind::rise},
    {"une progression de", LeadKind::rise},
    {"en progression de", LeadKind::rise},
    {"progressé de", LeadKind::rise},
    {"une croissance de", LeadKind::rise},
    {"croissance de", LeadKind::rise},
    {"en croissance de", LeadKind::rise},
    {"un accroissement de", LeadKind::rise},
    {"accroissement de", LeadKind::rise},
    {"en accroissement de", LeadKind::rise},
    {"a augmenté de", LeadKind::rise},
    {"ont augmenté de", LeadKind::rise},
    {"a progressé de", LeadKind::rise},
    {"ont progressé de", LeadKind::rise},
    {"augmente de", LeadKind::rise},
    {"augmentent de", LeadKind::rise},
    {"progresse de", LeadKind::rise},
    {"progressent de", LeadKind::rise},
    {"moins", LeadKind::minus},
    {"~", LeadKind::about, 5},
    {"≈", LeadKind::about, 5},
    {">", LeadKind::above},
    {"<", LeadKind::below},
    {"≥", LeadKind::at_least},
    {"≤", LeadKind::at_most},
});

constexpr auto kNumbers = std::to_array<NumberWord>({
    {"zéro", 0}, {"un", 1, true}, {"une", 1, true}, {"deux", 2}, {"trois", 3}, {"quatre", 4}, {"cinq", 5},
    {"six", 6}, {"sept", 7}, {"huit", 8}, {"neuf", 9}, {"dix", 10}, {"onze", 11}, {"douze", 12}, {"treize", 13},
    {"quatorze", 14}, {"quinze", 15}, {"seize", 16}, {"dix-sept", 17}, {"dix-huit", 18}, {"dix-neuf", 19},
    {"vingt", 20}, {"vingt et un", 21}, {"vingt et une", 21}, {"vingt-et-un", 21}, {"vingt-et-une", 21},
    {"vingt-deux", 22}, {"vingt-trois", 23}, {"vingt-quatre", 24}, {"vingt-cinq", 25}, {"vingt-six", 26},
    {"vingt-sept", 27}, {"vingt-huit", 28}, {"vingt-neuf", 29}, {"trente", 30}, {"trente et un", 31},
    {"trente et une", 31}, {"trente-et-un", 31}, {"trente-et-une", 31}, {"trente-deux", 32}, {"trente-trois", 33},
    {"trente-quatre", 34}, {"trente-cinq", 35}, {"trente-six", 36}, {"trente-sept", 37}, {"trente-huit", 38},
    {"trente-neuf", 39}, {"quarante", 40}, {"quarante et un", 41}, {"quarante et une", 41}, {"quarante-et-un", 41},
    {"quarante-et-une", 41}, {"quarante-deux", 42}, {"quarante-trois", 43}, {"quarante-quatre", 44},
    {"quarante-cinq", 45}, {"quarante-six", 46}, {"quarante-sept", 47}, {"quarante-huit", 48}, {"quarante-neuf", 49},
    {"cinquante", 50}, {"cinquante et un", 51}, {"cinquante et une", 51}, {"cinquante-et-un", 51},
    {"cinquante-et-une", 51}, {"cinquante-deux", 52}, {"cinquante-trois", 53}, {"cinquante-quatre", 54},
    {"cinquante-cinq", 55}, {"cinquante-six", 56}, {"cinquante-sept", 57}, {"cinquante-huit", 58},
    {"cinquante-neuf", 59}, {"soixante", 60}, {"soixante et un", 61}, {"soixante et une", 61},
    {"soixante-et-un", 61}, {"soixante-et-une", 61}, {"soixante-deux", 62}, {"soixante-trois", 63},
    {"soixante-quatre", 64}, {"soixante-cinq", 65}, {"soixante-six", 66}, {"soixante-sept", 67},
    {"soixante-huit", 68}, {"soixante-neuf", 69}, {"soixante-dix", 70}, {"soixante et onze", 71},
    {"soixante-et-onze", 71}, {"soixante-douze", 72}, {"soixante-treize", 73}, {"soixante-quatorze", 74},
    {"soixante-quinze", 75}, {"soixante-seize", 76}, {"soixante-dix-sept", 77}, {"soixante-dix-huit", 78},
    {"soixante-dix-neuf", 79}, {"quatre-vingts", 80}, {"quatre-vingt", 80}, {"quatre-vingt-un", 81},
    {"quatre-vingt-une", 81}, {"quatre-vingt-deux", 82}, {"quatre-vingt-trois", 83}, {"quatre-vingt-quatre", 84},
    {"quatre-vingt-cinq", 85}, {"quatre-vingt-six", 86}, {"quatre-vingt-sept", 87}, {"quatre-vingt-huit", 88},
    {"quatre-vingt-neuf", 89}, {"quatre-vingt-dix", 90}, {"quatre-vingt-onze", 91}, {"quatre-vingt-douze", 92},
    {"quatre-vingt-treize", 93}, {"quatre-vingt-quatorze", 94}, {"quatre-vingt-quinze", 95},
    {"quatre-vingt-seize", 96}, {"quatre-vingt-dix-sept", 97}, {"quatre-vingt-dix-huit", 98},
    {"quatre-vingt-dix-neuf", 99}, {"cent", 100}, {"mille", 1000},
});

constexpr auto kFractions = std::to_array<FractionWord>({
    {"moitié", 1, 2},      {"la moitié", 1, 2},      {"une moitié", 1, 2},
    {"un tiers", 1, 3},    {"le tiers", 1, 3},       {"deux tiers", 2, 3},   {"les deux tiers", 2, 3},
    {"un quart", 1, 4},    {"le quart", 1, 4},       {"trois quarts", 3, 4}, {"les trois quarts", 3, 4},
});

constexpr auto kFactors = std::to_array<FactorWord>({
    {"doublé", 2},    {"doublée", 2},    {"doublés", 2},    {"doublées", 2},
    {"triplé", 3},    {"triplée", 3},    {"triplés", 3},    {"triplées", 3},
    {"quadruplé", 4}, {"quadruplée", 4}, {"quadruplés", 4}, {"quadruplées", 4},
});

constexpr auto kFactorIntroductions = std::to_array<FactorIntroduction>({
    {"divisé par"},    {"divisée par"},    {"divisés par"},    {"divisées par"},
    {"multiplié par"}, {"multipliée par"}, {"multipliés par"}, {"multipliées par"},
    {"×", true},       {"x", true},
});

constexpr auto kScales = std::to_array<ScaleWord>({
    {"milliards", 9, false}, {"milliard", 9, false}, {"millions", 6, false}, {"million", 6, false}, {"milliers", 3, false},
    {"Mrds", 9, true}, {"Mrd", 9, true}, {"Mds", 9, true}, {"Md", 9, true}, {"M", 6, true}, {"k", 3, true}, {"K", 3, true},
    {"m", 6, false, true},
});

constexpr auto kRanges = std::to_array<RangeWords>({{"de", "à"}, {"entre", "et", true}, {"", "à", true}});

constexpr auto kTails = std::to_array<Tail>({
    {"de moins", LeadKind::fall}, {"en moins", LeadKind::fall}, {"de plus", LeadKind::rise}, {"en plus", LeadKind::rise},
});

constexpr auto kApproximations = std::to_array<ApproximateWord>({
    {"une dizaine", "dizaine", 10},
    {"une douzaine", "douzaine", 12},
    {"une quinzaine", "quinzaine", 15},
    {"une vingtaine", "vingtaine", 20},
    {"une trentaine", "trentaine", 30},
    {"une quarantaine", "quarantaine", 40},
    {"une cinquantaine", "cinquantaine", 50},
    {"une soixantaine", "soixantaine", 60},
    {"une centaine", "centaine", 100},
    {"un millier", "millier", 1000, true},
});

constexpr auto kShareWords = std::to_array<std::string_view>({" sur "});

constexpr auto kMonths = std::to_array<MonthWord>({
    {"janvier", 1}, {"février", 2}, {"fevrier", 2}, {"mars", 3}, {"avril", 4}, {"mai", 5}, {"juin", 6}, {"juillet", 7},
    {"août", 8}, {"aout", 8}, {"septembre", 9}, {"octobre", 10}, {"novembre", 11}, {"décembre", 12}, {"decembre", 12},
});

constexpr auto kShortMonths = std::to_array<MonthWord>({
    {"janv", 1}, {"févr", 2}, {"fevr", 2}, {"fév", 2}, {"avr", 4}, {"juil", 7}, {"sept", 9}, {"oct", 10}, {"nov", 11}, {"déc", 12}, {"dec", 12},
});

constexpr auto kQuarters = std::to_array<QuarterWord>({
    {"1er", 1}, {"premier", 1},
    {"2e", 2}, {"2ème", 2}, {"2eme", 2}, {"2nd", 2}, {"deuxième", 2}, {"second", 2},
    {"3e", 3}, {"3ème", 3}, {"3eme", 3}, {"troisième", 3},
    {"4e", 4}, {"4ème", 4}, {"4eme", 4}, {"quatrième", 4},
});
constexpr auto kQuarterSymbols = std::to_array<QuarterWord>({{"t1", 1}, {"t2", 2}, {"t3", 3}, {"t4", 4}});
constexpr auto kQuarterNouns = std::to_array<std::string_view>({"trimestre"});
constexpr auto kYearNouns = std::to_array<std::string_view>({"année", "annee", "an"});
constexpr auto kDateArticles = std::to_array<std::string_view>({"le", "l'", "de", "de l'"});

constexpr Lexicon kLexicon{
    .language = Language::fr,
    .decimal_sign = ',',
    .comma_groups = false,
    .joint = "de ",
    .elided_joint = "d'",
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
    .also = "et",
    .hundreds = {"cent", "cents", "mille", "", false, "et"},
    .months = kMonths,
    .short_months = kShortMonths,
    .quarters = kQuarters,
    .quarter_symbols = kQuarterSymbols,
    .quarter_nouns = kQuarterNouns,
    .year_nouns = kYearNouns,
    .date_articles = kDateArticles,
    .first_day = "1er",
};

}  // namespace

const Lexicon& french_lexicon() { return kLexicon; }

}  // namespace crossfoot
