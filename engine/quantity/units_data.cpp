#include "engine/quantity/units_data.hpp"

#include <algorithm>

namespace crossfoot {
namespace {

constexpr auto kBases = std::to_array<BaseDatum>({
    {"EUR", "€", "€"},
    {"kg", "kg", "kg"},
    {"m", "m", "m"},
    {"s", "s", "s"},
    {"month", "months", "mois"},
    {"FTE", "FTE", "ETP"},
    {"USD", "$", "$"},
    {"GBP", "£", "£"},
});
static_assert(kBases.size() == kFirstOtherCurrency);

constexpr auto kUnits = std::to_array<UnitDatum>({
    {"%", "percent|per cent", "pour cent", {}, Notation::percent, 1, 100, false},
    {"‰", "per mille", "pour mille", {}, Notation::permille, 1, 1000, false},
    {"pt|pts|pp", "point|points|percentage point|percentage points",
     "point|points|point de pourcentage|points de pourcentage", {}, Notation::point, 1, 100, false},
    {"bp|bps", "basis point|basis points", "point de base|points de base", {}, Notation::point, 1, 10'000, false},
    {"", "times", "fois", {}, Notation::factor, 1, 1, false},

    {"€|EUR", "euro|euros", "euro|euros", {{{kEuro, 1}}}, Notation::number, 1, 1, true},
    {"$|USD", "dollar|dollars", "dollar|dollars", {{{kDollar, 1}}}, Notation::number, 1, 1, true},
    {"£|GBP", "", "", {{{kPound, 1}}}, Notation::number, 1, 1, true},

    {"g", "gram|grams|gramme|grammes", "gramme|grammes", {{{kKilogram, 1}}}, Notation::number, 1, 1000, true},
    {"kg", "kilogram|kilograms|kilogramme|kilogrammes", "kilogramme|kilogrammes", {{{kKilogram, 1}}}, Notation::number, 1, 1, false},
    {"t", "tonne|tonnes", "tonne|tonnes", {{{kKilogram, 1}}}, Notation::number, 1000, 1, true},
    {"m", "metre|metres|meter|meters", "mètre|mètres", {{{kMetre, 1}}}, Notation::number, 1, 1, false},
    {"km", "kilometre|kilometres|kilometer|kilometers", "kilomètre|kilomètres", {{{kMetre, 1}}}, Notation::number, 1000, 1, false},
    {"m²|m2", "square metre|square metres|square meter|square meters", "mètre carré|mètres carrés",
     {{{kMetre, 2}}}, Notation::number, 1, 1, false},
    {"ha", "hectare|hectares", "hectare|hectares", {{{kMetre, 2}}}, Notation::number, 10'000, 1, false},
    {"km²|km2", "square kilometre|square kilometres|square kilometer|square kilometers", "kilomètre carré|kilomètres carrés",
     {{{kMetre, 2}}}, Notation::number, 1'000'000, 1, false},
    {"l|L", "litre|litres|liter|liters", "litre|litres", {{{kMetre, 3}}}, Notation::number, 1, 1000, true},
    {"m³|m3", "cubic metre|cubic metres|cubic meter|cubic meters", "mètre cube|mètres cubes",
     {{{kMetre, 3}}}, Notation::number, 1, 1, false},
    {"J", "joule|joules", "joule|joules", {{{kKilogram, 1}, {kMetre, 2}, {kSecond, -2}}}, Notation::number, 1, 1, true},

    {"s", "second|seconds", "seconde|secondes", {{{kSecond, 1}}}, Notation::number, 1, 1, false},
    {"min", "minute|minutes", "minute|minutes", {{{kSecond, 1}}}, Notation::number, 60, 1, false},
    {"h", "hour|hours", "heure|heures", {{{kSecond, 1}}}, Notation::number, 3600, 1, false},
    {"j", "day|days", "jour|jours", {{{kSecond, 1}}}, Notation::number, 86'400, 1, false},
    {"", "month|months", "mois", {{{kMonth, 1}}}, Notation::number, 1, 1, false},
    {"", "year|years", "an|ans|année|années", {{{kMonth, 1}}}, Notation::number, 12, 1, false},

    {"ETP|ETPT|FTE", "full-time equivalent|full-time equivalents", "équivalent temps plein|équivalents temps plein",
     {{{kFullTime, 1}}}, Notation::number, 1, 1, false},
});

// ISO 4217, list one (active codes of money in use), without EUR, USD and GBP.
constexpr auto kOtherCurrencies = std::to_array<std::string_view>({
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD",
    "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP",
    "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "FJD", "FKP", "GEL", "GHS", "GIP", "GMD", "GNF",
    "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES",
    "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL",
    "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK",
    "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR",
    "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS",
    "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST",
    "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
});

constexpr auto kCurrencySymbols = std::to_array<CurrencySymbol>({
    {"US$", "USD"}, {"A$", "AUD"}, {"AU$", "AUD"}, {"C$", "CAD"}, {"CA$", "CAD"}, {"NZ$", "NZD"}, {"HK$", "HKD"}, {"S$", "SGD"}, {"R$", "BRL"},
});

}  // namespace

std::span<const CurrencySymbol> currency_symbols() { return kCurrencySymbols; }
std::span<const BaseDatum> base_data() { return kBases; }
std::span<const std::string_view> other_currencies() { return kOtherCurrencies; }
std::span<const UnitDatum> unit_data() { return kUnits; }

std::string_view singular(std::string_view word, Language language) {
    if (!word.ends_with('s')) return word;
    const std::string_view one = word.substr(0, word.size() - 1);
    // both stand among the words of one unit
    const auto holds = [](std::string_view words, std::string_view sought) {
        for (std::size_t at = 0; at <= words.size();) {
            const std::size_t end = std::min(words.find('|', at), words.size());
            if (words.substr(at, end - at) == sought) return true;
            at = end + 1;
        }
        return false;
    };
    for (const UnitDatum& each : kUnits)
        if (const std::string_view words = language == Language::en ? each.en : each.fr; holds(words, word) && holds(words, one)) return one;
    return word;
}

}  // namespace crossfoot
