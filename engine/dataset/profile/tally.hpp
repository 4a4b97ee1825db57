// What is counted of one column while its cells go by. Two tallies of the same column, each of some of the rows, are
// merged into that of all; the result does not depend on how the rows were shared out.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dataset/profile/manners.hpp"
#include "engine/dataset/profile/value_set.hpp"
#include "engine/quantity/numeral.hpp"

namespace crossfoot::profile {

// How the cells of a column are looked at: as the first rows suggest. Where later rows show that they are otherwise,
// the table is read again.
enum class Sort : std::uint8_t { text, date, number };

// Reads numbers that are written for people, in one language. Of one thread.
class PrintedReader {
public:
    explicit PrintedReader(Language language, Manners manners = {}) : manners_(std::move(manners)) {
        reading_.language = language;
        reading_.brackets = manners_.brackets;
    }
    [[nodiscard]] DateOrder dates() const { return manners_.dates; }
    [[nodiscard]] std::optional<Figure> read(std::string_view text);
    [[nodiscard]] Language language() const { return reading_.language; }
    // A number with an exponent.
    [[nodiscard]] std::optional<Rational> read_exponent(std::string_view text);
    [[nodiscard]] const Unit& unit(const Figure& figure) const { return units_.unit(figure.unit); }

private:
    Manners manners_;
    Reading reading_;
    Units units_;
};

struct Range {
    std::optional<Rational> least, greatest;
    void add(const Rational& value);
    void merge(const Range& other);
};

// Numbers that are written for people: "12 345", "12,5 %", "1,2 M€".
struct Printed {
    std::uint64_t count = 0;
    std::map<std::string, std::pair<std::uint64_t, Rational>> units;  // by symbol: how many, the unit's size
    std::map<std::string, Range> ranges;                              // by symbol, in that unit; "" is none
    int least_decimals = 99, most_decimals = 0;
    std::uint64_t commas = 0, groups = 0;
    void add(const Figure& figure, const Unit& unit, std::string_view text, Language language);
    void merge(const Printed& other);
};

class Tally {
public:
    static constexpr int kScales = 18;
    static constexpr std::size_t kMostOthers = 64;
    static constexpr int kMostZeros = 6;

    Tally(Sort looked_at, std::size_t most_distinct) : sort(looked_at), values(most_distinct), others(kMostOthers) {}
    // The content of a cell, which may be read 8 bytes past its end. False where it stood there before, and surely false
    // where it is empty: the column is no key.
    bool add(std::string_view content, std::uint64_t hash, PrintedReader& reader);
    void merge(const Tally& other);
    [[nodiscard]] Range plain_range() const;  // of the numbers as machines write them
    [[nodiscard]] int plain_decimals() const;

    Sort sort;
    std::uint64_t empty = 0, plain = 0, dates = 0;
    std::uint64_t machine = 0;   // cells as machines print binary numbers: 16 digits and more, or an exponent
    Range exponents;             // of the numbers with an exponent
    std::uint64_t codes = 0;  // numbers that begin with a needless 0
    int zeros = kMostZeros;   // every whole number is a multiple of 10 to this power
    std::array<std::int64_t, kScales> least{}, greatest{};  // by decimals; the digits as a whole number
    std::uint32_t scales = 0;                               // a bit for each of these that there is
    Printed printed;
    std::int32_t first_day = std::numeric_limits<std::int32_t>::max();
    std::int32_t last_day = std::numeric_limits<std::int32_t>::min();
    std::string first_text, last_text;
    std::uint64_t texts = 0;
    ValueSet values;  // of all cells that are not empty, as they are written
    ValueSet others;  // cells of a column of numbers or dates that are neither

private:
    bool add_number(std::string_view content, PrintedReader& reader);
    bool add_date(std::string_view content, Language language, DateOrder order);
    void add_text(std::string_view content);
};

}  // namespace crossfoot::profile
