#include "engine/quantity/unit.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "engine/quantity/units_data.hpp"

namespace crossfoot::testing {
namespace {

Dimension dimension_of(const Units& units, std::string_view symbol) { return units.find(symbol, Language::fr)->dimension; }

TEST(Units, NumberIsTheFirst) {
    const Units units;
    EXPECT_EQ(units.unit(0), Unit{});
    EXPECT_EQ(units.base_name({}), "1");
    EXPECT_EQ(units.readable({}, Language::fr), "");
}

TEST(Units, NamesOfDimensions) {
    Units units;
    ASSERT_TRUE(units.declare_count("élèves"));
    const auto of = [&](std::string_view symbol) { return dimension_of(units, symbol); };
    EXPECT_EQ(units.base_name(of("€")), "EUR");
    EXPECT_EQ(units.base_name(of("t")), "kg");
    EXPECT_EQ(units.base_name(of("ha")), "m²");
    EXPECT_EQ(units.base_name(of("l")), "m³");
    EXPECT_EQ(units.base_name(of("h")), "s");
    EXPECT_EQ(units.base_name(of("ans")), "month");
    EXPECT_EQ(units.base_name(of("ETP")), "FTE");
    EXPECT_EQ(units.base_name(of("J")), "kg·m²/s²");
    EXPECT_EQ(units.base_name(of("élèves")), "élèves");
    EXPECT_EQ(units.base_name(of("CHF")), "CHF");
    EXPECT_EQ(units.base_name(of("%")), "1");
    EXPECT_EQ(units.base_name(of("€") / of("kg")), "EUR/kg");
    EXPECT_EQ(units.base_name(Dimension{} / of("h")), "1/s");
    EXPECT_EQ(units.readable(of("€") / of("élèves"), Language::fr), "€/élèves");
    EXPECT_EQ(units.readable(of("ETP"), Language::fr), "ETP");
    EXPECT_EQ(units.readable(of("ETP"), Language::en), "FTE");
    EXPECT_EQ(units.readable(of("ans"), Language::fr), "mois");
}

TEST(Units, KindsFollowDimensions) {
    Units units;
    ASSERT_TRUE(units.declare_count("élèves"));
    ASSERT_TRUE(units.declare_multiple("MWh", Rational(3'600'000'000), *units.find("J", Language::fr)));
    const auto kind = [&](std::string_view symbol) { return units.kind(*units.find(symbol, Language::fr)); };
    EXPECT_EQ(units.kind(Unit{}), Kind::count);
    for (const auto* symbol : {"%", "‰", "pt", "fois"}) EXPECT_EQ(kind(symbol), Kind::rate) << symbol;
    for (const auto* symbol : {"€", "$", "£", "XPF"}) EXPECT_EQ(kind(symbol), Kind::money) << symbol;
    for (const auto* symbol : {"kg", "km", "ha", "m³", "J", "MWh"}) EXPECT_EQ(kind(symbol), Kind::measure) << symbol;
    for (const auto* symbol : {"s", "jours", "mois", "ans"}) EXPECT_EQ(kind(symbol), Kind::duration) << symbol;
    EXPECT_EQ(kind("ETP"), Kind::fte);
    EXPECT_EQ(kind("élèves"), Kind::count);
    Unit price;
    price.dimension = dimension_of(units, "€") / dimension_of(units, "kg");
    EXPECT_EQ(units.kind(price), Kind::other);
}

TEST(Units, Declarations) {
    Units units;
    EXPECT_TRUE(units.declare_count("élèves"));
    EXPECT_TRUE(units.declare_count("élèves")) << "the same again is harmless";
    EXPECT_TRUE(units.declare_count("Élèves")) << "so is a first capital letter";
    EXPECT_FALSE(units.declare_label("élèves")) << "a count is no label";
    EXPECT_TRUE(units.declare_label("faits"));
    EXPECT_TRUE(units.declare_label("faits"));
    EXPECT_FALSE(units.declare_count("faits"));
    EXPECT_FALSE(units.declare_count("euros")) << "euros are money";
    EXPECT_FALSE(units.declare_count("jours"));
    for (const auto* name : {"", " ", "2e", "millions", "M"}) EXPECT_FALSE(units.declare_count(name)) << name;
    EXPECT_TRUE(units.declare_multiple("MWh", Rational(3'600'000'000), *units.find("J", Language::fr)));
    EXPECT_TRUE(units.declare_multiple("MWh", Rational(3'600'000'000), *units.find("J", Language::fr)));
    EXPECT_FALSE(units.declare_multiple("MWh", Rational(1), *units.find("J", Language::fr)));
    EXPECT_FALSE(units.declare_multiple("rien", Rational(0), *units.find("J", Language::fr)));
    EXPECT_EQ(units.find("MWh", Language::en)->size, Rational(3'600'000'000));
    EXPECT_FALSE(dimension_of(units, "élèves").is_number());
    EXPECT_TRUE(units.is_label("faits"));
    EXPECT_EQ(units.find("faits", Language::fr), nullptr);
}

// A unit that is declared after a text was read must be seen in the next one.
TEST(Units, DeclarationsAreSeenAtOnce) {
    Units units;
    EXPECT_EQ(units.read("écoles", {}, Language::fr).form, UnitText::Form::unknown);
    ASSERT_TRUE(units.declare_count("écoles"));
    EXPECT_EQ(units.read("écoles", {}, Language::fr).form, UnitText::Form::unit);
}

TEST(Units, ThereIsALimitToDeclarations) {
    Units units;
    std::size_t accepted = 0;
    for (std::size_t i = 0; i <= Units::kMostDeclared; ++i) accepted += units.declare_count("u" + std::to_string(i)) ? 1U : 0U;
    EXPECT_EQ(accepted, Units::kMostDeclared);
}

TEST(Units, SizesAreInBaseUnits) {
    const Units units;
    const auto size = [&](std::string_view symbol) { return units.find(symbol, Language::fr)->size; };
    EXPECT_EQ(size("g"), Rational(1, 1000));
    EXPECT_EQ(size("t"), Rational(1000));
    EXPECT_EQ(size("ha"), Rational(10'000));
    EXPECT_EQ(size("km²"), Rational(1'000'000));
    EXPECT_EQ(size("l"), Rational(1, 1000));
    EXPECT_EQ(size("j"), Rational(86'400));
    EXPECT_EQ(size("ans"), Rational(12));
    EXPECT_EQ(size("‰"), Rational(1, 1000));
    EXPECT_EQ(size("pt"), Rational(1, 100));
}

TEST(Units, ScaleWords) {
    const Units units;
    const auto scale = [&](std::string_view word, Language language) { return units.scale(word, language).value_or(Rational(0)); };
    for (const auto* word : {"Md", "Mds", "Mrd", "Mrds", "milliard", "milliards"})
        EXPECT_EQ(scale(word, Language::fr), Rational(1'000'000'000)) << word;
    EXPECT_EQ(scale("billion", Language::en), Rational(1'000'000'000));
    EXPECT_EQ(scale("billion", Language::fr), Rational(0)) << "10^12 in French: not to be mistaken";
    EXPECT_EQ(scale("M", Language::fr), Rational(1'000'000));
    EXPECT_EQ(scale("k", Language::en), Rational(1000));
    EXPECT_EQ(scale("thousand", Language::en), Rational(1000));
    EXPECT_EQ(scale("m", Language::en), Rational(0));
}

TEST(Units, LiteralsAreSoughtInBothLanguages) {
    Units units;
    const auto literal = [&](std::string_view text, Language language) -> std::string {
        const auto id = parse_literal_unit(text, units, language);
        return id ? units.unit(*id).symbol + " " + units.unit(*id).size.decimal(Rational::Direction::nearest) : "none";
    };
    EXPECT_EQ(literal("M€", Language::fr), "M€ 1000000");
    EXPECT_EQ(literal("Md €", Language::en), "Md € 1000000000");
    EXPECT_EQ(literal("millions d’euros", Language::en), "millions d'euros 1000000");
    EXPECT_EQ(literal("billion euros", Language::fr), "billion euros 1000000000");
    EXPECT_EQ(literal("jours", Language::en), "jours 86400");
    EXPECT_EQ(literal("%", Language::fr), "% 0.01");
    EXPECT_EQ(literal("lieues", Language::fr), "none");
    EXPECT_EQ(literal("", Language::fr), "none");
}

TEST(Units, InterningGivesOneIdToOneUnit) {
    Units units;
    Unit a;
    a.symbol = "x";
    Unit b = a;
    b.scaled = true;
    const UnitId first = units.intern(a), second = units.intern(b);
    EXPECT_NE(first, second);
    EXPECT_EQ(units.intern(a), first);
    EXPECT_EQ(units.intern(b), second);
}

TEST(UnitsData, EverySpellingIsFoundInItsLanguages) {
    const Units units;
    for (const UnitDatum& datum : unit_data()) {
        EXPECT_FALSE(datum.symbols.empty() && datum.en.empty()) << datum.fr;
        EXPECT_EQ(datum.en.empty(), datum.fr.empty()) << datum.symbols;
    }
    for (const Language language : {Language::en, Language::fr})
        for (const std::string_view word : units.spellings(language)) EXPECT_NE(units.find(word, language), nullptr) << word;
    EXPECT_TRUE(std::is_sorted(other_currencies().begin(), other_currencies().end()));
}

}  // namespace

RC_GTEST_PROP(Dimension, MultiplicationAndDivisionAreAGroup, ()) {
    const auto any = rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6)), [](const std::vector<int>& bases) {
        Dimension out;
        for (const int base : bases) {
            Dimension one;
            one.factors.push_back({static_cast<BaseId>(base / 2), static_cast<std::int16_t>(base % 2 == 0 ? 1 : -1)});
            out = out * one;
        }
        return out;
    });
    const Dimension a = *any, b = *any, c = *any;
    RC_ASSERT(a * b == b * a);
    RC_ASSERT((a * b) * c == a * (b * c));
    RC_ASSERT((a * b) / b == a);
    RC_ASSERT((a / a).is_number());
    for (std::size_t i = 0; i < (a * b).factors.size(); ++i) {
        const auto& factors = (a * b).factors;
        RC_ASSERT(factors[i].power != 0);
        if (i > 0) RC_ASSERT(factors[i - 1].base < factors[i].base);
    }
}

}  // namespace crossfoot::testing
