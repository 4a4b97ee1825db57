// What the instances of one rule have in common and costs a look at many members each time: worked out once. A number over
// a collection that is the same for every instance is kept in a form that gives the same relations: of a minimum, only the
// members that can be the least; of a sum, the interval of all, from which the members of the rows that `for` binds are
// taken out again, so that one figure stays one unknown. A filter by equal keys is kept as an index.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "engine/checking/binding/core.hpp"
#include "engine/checking/evaluation/value.hpp"

namespace crossfoot {

// The sum of independent intervals, all bounded, from which one can be taken out again.
class IntervalSum {
public:
    void add(const Interval& interval) { count(interval, 1); }
    [[nodiscard]] IntervalSum without(const Interval& interval) const;
    [[nodiscard]] Interval interval() const;

private:
    void count(const Interval& interval, std::int64_t sign);
    Rational low_, high_;
    std::int64_t open_low_ = 0, open_high_ = 0;
};

// What rows are put in order by: days, a number, a text in normal form C.
using SeriesKey = std::variant<DayRange, Rational, std::string>;

struct Kept {
    // Of fewer members nothing is kept: the evidence names each of them.
    static constexpr std::size_t kFew = 200;
    // Of members alike in print so many stand for all: the least and the greatest of two can be what they can be of more.
    static constexpr std::size_t kMostAlike = 2;

    struct Usual {};                                    // evaluated anew every time
    struct Extremes { std::vector<Value> members; };    // those that can be the least, or the greatest
    struct Total {
        IntervalSum ranges, truncated;
        Rational printed = 0;
        std::uint64_t members = 0;                      // in all
        std::vector<Value> others;                      // those of them that are not summed up: missing, withheld …
    };
    struct Ranks { std::vector<Rational> printed; };    // ascending
    // Texts, figures by their printed value, dates that are all days, all months, all quarters or all years.
    enum class KeySort : std::uint8_t { text, figure, date };
    struct Index {
        std::vector<Value> rows;
        std::unordered_map<std::string, std::vector<std::uint32_t>> members;   // by key: places among `rows`, ascending
        std::vector<std::uint32_t> open;                               // of rows that lack a part of the key: each is asked
        std::vector<const Core*> by;                                   // the relations that make the key,
        std::vector<KeySort> sorts;                                    // … and what each compares
        std::optional<DayRange> dates;                                 // of the dates, one: the others are as long
        // The rows with that key, and those that lack a part of one, in order.
        [[nodiscard]] std::vector<Value> of(const std::string& key) const;
    };
    // The rows of a table in the order of a key, by what their `within:` says.
    struct Series {
        struct Row {
            SeriesKey key;
            NodeId row = kNoNode;
        };
        struct Group {
            std::vector<Row> rows;                      // ascending
            std::string missing;                        // a place where a key is missing; empty: nowhere
        };
        NodeId array = kNoNode;
        std::unordered_map<std::string, Group> groups;
        std::string missing;                            // a place where what its group is is missing
    };
    std::variant<Usual, Rational, Extremes, Total, Ranks, Index, Collection, Series> what;
    bool fractional = false;                            // of extremes and totals: some member is (Figure::fractional)
    std::vector<std::pair<NodeId, NodeId>> of_rows;     // row, member; by row: all of a total, and those that can be an extreme
    NodeId array = kNoNode;                             // a streamed table,
    std::string key;                                    // … the column whose figures are members,
    // … of its rows, or its figures, that these let through.
    struct Condition {
        const Core* core = nullptr;
        Slot slot = 0;
        bool of_value = false;                          // the slot is the figure, not its row
        friend bool operator==(const Condition&, const Condition&) = default;
    };
    std::vector<Condition> conditions;
    std::optional<Rational> from;                       // and are printed at least so
    std::vector<NodeId> uses;                           // figures that working it out used,
    std::uint32_t used_in = 0;                          // … last counted in this instance
    std::set<std::string> left_out, assumed;            // members that `known` left out and `given` filled

    // The members that stand in a row, in order.
    [[nodiscard]] std::vector<NodeId> of_row(NodeId row) const;
};

// Numbers over streamed tables that were worked out as their rows passed, by expression.
class KeptNumbers : public std::unordered_map<const Core*, Kept> {};

// Of known figures: those that can be the least (or the greatest), as ranges, as prints or as if truncated.
[[nodiscard]] Kept extremes_of(const Dataset& dataset, const std::vector<NodeId>& figures, bool least);
// Nothing where a range is not bounded.
[[nodiscard]] Kept total_of(const Dataset& dataset, const std::vector<NodeId>& figures);

}  // namespace crossfoot
