#include "engine/quantity/print.hpp"

#include <gtest/gtest.h>

#include "engine/quantity/numeral.hpp"

namespace crossfoot::testing {
namespace {

class Print : public ::testing::Test {
protected:
    Unit unit(std::string_view text, Language language = Language::fr) { return units_.unit(*parse_literal_unit(text, units_, language)); }
    // The interval of a print, printed; French spaces shown as `_` (narrow) and `~`.
    std::string range(const std::string& text, Language language = Language::fr) {
        Reading reading;
        reading.language = language;
        const auto figure = std::get<Figure>(read_figure(text, reading, units_));
        return shown(print_interval(figure.range, units_.unit(figure.unit), language));
    }
    static std::string shown(std::string text) {
        for (const auto& [from, to] : {std::pair<std::string, std::string>{"\u202F", "_"}, {"\u00A0", "~"}})
            for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) text.replace(at, from.size(), to);
        return text;
    }
    Units units_;
};

TEST_F(Print, Quantities) {
    using Direction = Rational::Direction;
    const auto fr = [&](const Rational& value, std::string_view symbol) { return shown(print_quantity(value, unit(symbol), Language::fr)); };
    EXPECT_EQ(fr(19'650'000, "M€"), "19,65~M€");
    EXPECT_EQ(shown(print_quantity(12'828, Unit{}, Language::fr)), "12_828");
    EXPECT_EQ(fr(Rational(-505, 10'000), "%"), "-5,05~%");
    EXPECT_EQ(fr(Rational(1, 2), "%"), "50~%");
    EXPECT_EQ(fr(1'234'567, "€"), "1_234_567~€");
    EXPECT_EQ(print_quantity(1'234'567, unit("€"), Language::en), "1,234,567 €");
    EXPECT_EQ(print_quantity(Rational(1, 20), unit("%"), Language::en), "5%");
    EXPECT_EQ(print_quantity(Rational(1, 3), Unit{}, Language::en), "0.333333");
    EXPECT_EQ(print_quantity(Rational(2, 3), Unit{}, Language::en, Direction::down, 2), "0.66");
    EXPECT_EQ(print_quantity(Rational(2, 3), Unit{}, Language::en, Direction::up, 2), "0.67");
    EXPECT_EQ(print_quantity(Rational(-1, 3000), Unit{}, Language::en, Direction::nearest, 2), "0");
    EXPECT_EQ(print_quantity(999, Unit{}, Language::en), "999");
    EXPECT_EQ(print_quantity(-1000, Unit{}, Language::en), "-1,000");
}

TEST_F(Print, Intervals) {
    EXPECT_EQ(range("19,7 M€"), "[19,65; 19,75]~M€");
    EXPECT_EQ(range("plus de 19,65 M€"), "]19,65; +∞[~M€");
    EXPECT_EQ(range("baisse de plus de 5 %"), "]-∞; -5[~%");
    EXPECT_EQ(range("12 828"), "12_828");
    EXPECT_EQ(range("un tiers"), "[0,316666; 0,35]");
    EXPECT_EQ(range("environ 1750"), "[1_662,5; 1_837,5]");
    EXPECT_EQ(range("about 1,750", Language::en), "[1,662.5; 1,837.5]");
    EXPECT_EQ(range("£4.5bn", Language::en), "[£4.45bn; £4.55bn]");
    EXPECT_EQ(range("over £4.5 million", Language::en), "]£4.5 million; +∞[");
    EXPECT_EQ(print_interval(Interval::everything(), Unit{}, Language::fr), "]-∞; +∞[");
}

}  // namespace
}  // namespace crossfoot::testing
