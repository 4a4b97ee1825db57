// What a table of CSV files holds, found by reading it: of each column the type, unit, precision, missing and withheld
// values, range, distinct values; which columns, alone or in pairs, tell the rows apart. From it a declaration of the
// table is made (stanza.hpp). Every row is read; memory does not grow with their number.
//
// Bounds, of each thread: distinct values of a column are counted up to `Profile::distinct_bound`; for keys at most
// kHashes rows are remembered as numbers of 64 bits, shared among the columns that may be keys.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/dataset/dataset.hpp"
#include "engine/dataset/profile/manners.hpp"
#include "engine/dataset/profile/value_set.hpp"
#include "engine/dataset/table/reading.hpp"
#include "engine/dataset/table/rows.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot::profile {

inline constexpr std::size_t kMostColumns = 10'000;
inline constexpr std::size_t kHashes = 24'000'000;
inline constexpr std::size_t kFrequent = 10;

enum class ColumnType : std::uint8_t { empty, text, date, number };
// What says the unit of bare numbers.
enum class UnitFrom : std::uint8_t { nothing, cells, name, values };

struct ColumnProfile {
    std::string name;
    bool optional = false;                      // a part lacks it
    std::string lacking, having;                // the first such part, and the first that has it
    ColumnType type = ColumnType::text;
    std::uint64_t filled = 0;                   // cells that hold a value
    std::vector<Frequent> missing, suppressed;  // cells that hold none, by marker ("" for an empty cell)
    // Numbers, in the column's unit as they are written.
    std::optional<Rational> least, greatest;
    std::string unit;  // "", "%", "k€"
    UnitFrom unit_from = UnitFrom::nothing;
    int decimals = 0;            // the most that any cell has
    bool machine = false;        // some are written as machines write binary numbers
    bool decimals_vary = false;  // among numbers that are written for people
    int zeros = 0;               // every number is a multiple of 10 to this power
    bool decimal_comma = false, grouped = false;
    // Dates: the first and the last day.
    std::int32_t first_day = 0, last_day = 0;
    // Texts, by their bytes.
    std::string first_text, last_text;
    std::optional<std::uint64_t> distinct;  // nothing: more than the bound
    std::vector<Frequent> frequent;         // at most kFrequent
    ValueSet values{0};                     // all of them, where they are counted

    [[nodiscard]] std::uint64_t without_value() const {
        std::uint64_t out = 0;
        for (const auto* markers : {&missing, &suppressed})
            for (const Frequent& each : *markers) out += each.count;
        return out;
    }
};

// Columns, by their place among Profile::columns, that together hold no two rows alike and miss none; one to three.
using Key = std::vector<std::size_t>;

struct Profile {
    std::string name;                         // a name for the table
    std::string source;                       // relative to the directory asked for
    std::size_t parts = 0;                    // files
    char separator = ',';
    table::Layout layout;
    bool encoding_guessed = false;            // no mark says the encoding, and it is not UTF-8
    std::uint64_t footer_first = 0;           // the line of the first file with a footer where that begins; 0: not known
    std::string footer_shown;                 // that line
    std::vector<TablePart> files;             // as they were read
    std::optional<Language> language;         // how its numbers are written, where they show it
    Manners manners;                          // what else the manifest has to say of its cells
    std::uint64_t rows = 0;
    std::size_t unnamed = 0;                  // columns whose header is empty; they are not looked at
    std::vector<ColumnProfile> columns;       // in the order of the file
    std::size_t distinct_bound = 0;
    std::vector<Key> keys;
    bool keys_bounded = false;                // more rows than can be remembered: only ascending keys are found
    std::vector<table::HeldRow> sample;       // some rows, from all over the table
    std::vector<table::Header> headers;       // of their parts, with `columns` as columns
};

struct ProfileOptions {
    Language words = Language::en;  // where the numbers do not show their language
    unsigned threads = 0;           // 0: as many as the machine has
    table::Progress progress;
};

// `source`: a CSV file or a directory of them, relative to `directory`. Files are added to `sources` as the lines in
// them that diagnostics show; with an error in `diagnostics` the profile is incomplete.
[[nodiscard]] Profile profile_table(const std::string& directory, const std::string& source,
                                    const ProfileOptions& options, Dataset& dataset, Diagnostics& diagnostics);

}  // namespace crossfoot::profile
