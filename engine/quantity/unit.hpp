// Units and dimensions. A Dimension is a product of powers of base units (EUR, kg, m, s, month, FTE,
// J as kg·m²/s², each named count its own). A Unit is a printed symbol with its dimension and its size
// in base units ("k€" is 1000 EUR, "ha" is 10000 m²). `%`, `‰` and `pt` are dimensionless with a note of
// how they were written, since a change is never in points (page 1.3 of the specification).
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/quantity/rational.hpp"
#include "engine/text/language.hpp"

namespace crossfoot {

// Index of a base unit in Units; the first are built in.
using BaseId = std::uint16_t;

struct Dimension {
    struct Factor {
        BaseId base;
        std::int16_t power;   // never 0
        friend bool operator==(const Factor&, const Factor&) = default;
    };
    boost::container::small_vector<Factor, 2> factors;  // by base, ascending; empty: a number

    [[nodiscard]] bool is_number() const { return factors.empty(); }
    friend bool operator==(const Dimension& a, const Dimension& b) { return a.factors == b.factors; }
};
Dimension operator*(const Dimension& a, const Dimension& b);
Dimension operator/(const Dimension& a, const Dimension& b);

// How a dimensionless quantity was written. `change` is the result of change(…).
enum class Notation : std::uint8_t { number, percent, permille, point, factor, fraction, change };

// What the denotation of a print depends on (page 1.1).
enum class Kind : std::uint8_t { count, rate, money, measure, duration, fte, other };

struct Unit {
    std::string symbol;        // as printed after a number, scale word included: "", "%", "M€", "millions d'euros"
    Dimension dimension;
    Notation notation = Notation::number;
    Rational size = 1;         // in base units of the dimension; 1/100 for %
    bool scaled = false;       // has a scale word: the last printed digit is rounded
    std::string before;        // the currency that stands before the number: "£" of `£4.5 million`; `symbol` is the rest
    friend bool operator==(const Unit&, const Unit&) = default;
};

using UnitId = std::uint16_t;

// What the text after (and, for a currency, before) a number says.
struct UnitText {
    enum class Form : std::uint8_t {
        bare,      // nothing, or a label, which is dropped: `unit` is the plain number
        scaled,    // a scale word alone
        unit,
        unknown,
    } form = Form::unknown;
    UnitId unit = 0;
    std::string nearest;   // of an unknown one: the nearest spelling, or empty
};

// All units of a run: the built-in ones, those the dataset declares, and every printed combination seen
// (symbol with scale word), interned so that figures hold a small number. A value type; no registry behind it.
class Units {
public:
    // Declarations beyond this number are refused.
    static constexpr std::size_t kMostDeclared = 10'000;

    Units();   // the built-in ones; UnitId 0 is the plain number

    // A noun that counts: its own dimension. Declaring it again with the same meaning is harmless (true),
    // a clash with a known unit of another meaning is refused (false), and so is a name that cannot follow a number.
    bool declare_count(std::string_view name);
    bool declare_label(std::string_view name);                       // read and dropped
    // One `name` is `size` times `of`.
    bool declare_multiple(std::string_view name, const Rational& size, const Unit& of);

    // A unit symbol or word without scale word ("€", "euros", "hectares", "élèves"), in any of its known
    // spellings in `language`; a first capital letter does not matter. Nothing where unknown. Valid until the
    // next declaration.
    [[nodiscard]] const Unit* find(std::string_view word, Language language) const;
    [[nodiscard]] bool is_label(std::string_view word) const;
    // Scale words: "M" 10^6, "Md" 10^9 … nothing where unknown. `billion` is 10^9 in en.
    [[nodiscard]] std::optional<Rational> scale(std::string_view word, Language language) const;
    // Every spelling known in `language`, for help with the nearest one.
    [[nodiscard]] std::vector<std::string_view> spellings(Language language) const;

    // What is printed after a number, scale word included; `before` is a currency printed before it.
    // Remembered: a text seen before costs one look-up.
    [[nodiscard]] const UnitText& read(std::string_view after, std::string_view before, Language language);

    UnitId intern(Unit unit);
    [[nodiscard]] const Unit& unit(UnitId id) const { return printed_[id]; }

    [[nodiscard]] Kind kind(const Unit& unit) const;
    // "EUR", "m²", "EUR/kg", "1" for numbers: the `unit` of findings.
    [[nodiscard]] std::string base_name(const Dimension& dimension) const;
    // The same for a person ("€", "€/kg", "élèves"; "" for numbers).
    [[nodiscard]] std::string readable(const Dimension& dimension, Language language) const;

private:
    struct Spelling {
        std::string word;
        std::uint8_t languages = 3;   // bit 0 en, bit 1 fr
        bool label = false;
        bool declared = false;        // by the dataset
        bool sticks = false;          // a scale symbol may be glued before it: "M€", "kt"
        Unit unit;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    [[nodiscard]] const Spelling* lookup(std::string_view word, std::uint8_t languages) const;
    void add(Spelling spelling);
    bool declare(std::string_view name, Spelling spelling);
    [[nodiscard]] UnitText make(std::string_view after, std::string_view before, Language language);
    [[nodiscard]] std::optional<Unit> scaled(std::string_view after, Language language) const;
    [[nodiscard]] std::optional<Unit> quotient(std::string_view after, Language language) const;
    [[nodiscard]] std::optional<Unit> currency_scaled(std::string_view after, Language language) const;
    [[nodiscard]] std::optional<Unit> with_currency_before(std::string_view after, std::string_view before, Language language) const;
    [[nodiscard]] std::string nearest_spelling(std::string_view text, Language language) const;
    template <class Name>
    [[nodiscard]] std::string spelled(const Dimension& dimension, Name name) const;

    std::vector<std::string> bases_;
    std::vector<Spelling> spellings_;
    std::unordered_multimap<std::string, std::uint32_t, TextHash, std::equal_to<>> by_word_;   // into spellings_
    std::vector<Unit> printed_;         // UnitId → unit
    std::unordered_multimap<std::string, UnitId, TextHash, std::equal_to<>> by_symbol_;
    std::unordered_map<std::string, UnitText, TextHash, std::equal_to<>> read_;
    std::size_t declared_ = 0;
};

// A unit as a declaration or a rule's literal names it, scale word included: "M€", "millions d'euros", "%",
// "Md €"; sought in `language` first, then in the other.
[[nodiscard]] std::optional<UnitId> parse_literal_unit(std::string_view unit_text, Units& units, Language language);

}  // namespace crossfoot
