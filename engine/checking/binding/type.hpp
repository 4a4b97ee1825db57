// What is known of an expression's value before any value is looked at: which nodes of the dataset it may be
// (one of each shape), or which quantities, texts, dates and truths it may compute.
#pragma once

#include <boost/container/small_vector.hpp>
#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dataset/dataset.hpp"
#include "engine/text/source.hpp"

namespace crossfoot {

// A number's dimension and how it was written; what additions and comparisons must agree on (page 1.3).
struct Quantity {
    Dimension dimension;
    Notation notation = Notation::number;
    bool any = false;          // 0 and missing figures have every unit
    bool days = false;         // the result of days(…): a plain number that is also a duration in days
    NodeId from = kNoNode;     // the figure that it comes from, where it is one
    Span span;                 // the expression that it comes from
    bool rate = false;         // a part of something, of which the unit `size` is 1: 49 % is the number 0.49
    Rational size = 1;         // of a rate: 1/100 of a percentage
    std::optional<Rational> literal;   // a number that the rule writes without unit
    Rational factor = 1;       // the numbers of the rule that it was multiplied by
};

// A member of a collection, by its shape, under a key of the `.*` that it came from. The key is viewed in the dataset;
// an element of an array has none (null data).
struct Starred {
    NodeId node;
    std::string_view key;
    friend auto operator<=>(const Starred&, const Starred&) = default;
};

struct Type {
    enum class Form : std::uint8_t {
        unknown,      // an error was reported, or an empty array: everything fits, nothing is said
        value,        // one value
        collection,   // many
        range,        // a..b
    };
    Form form = Form::unknown;
    bool filtered = false;                // a collection that a filter made: may stand for its one row
    bool starred = false;                 // a collection whose members know the key of a `.*`
    bool own_keys = false;                // those keys are the members' own: no step stands behind the `.*`
    bool exact = false;                   // its one node is the very node, not only one of its shape
    bool absent = false;                  // some members lack the key: missing there
    bool text = false, date = false, truth = false;   // computed ones
    boost::container::small_vector<NodeId, 2> nodes;  // one of each shape
    std::vector<Starred> stars;           // of a starred collection: every pair there is, ascending
    std::vector<Quantity> numbers;        // computed ones
    std::vector<std::string> keys;        // all values it may have as a key, where they are few and known ("2012", "2013")
    std::vector<Type> group;              // of groups(…): the types of `.key` and `.rows`

    [[nodiscard]] bool known() const { return form != Form::unknown; }
    [[nodiscard]] static Type number(Quantity quantity) { Type t; t.form = Form::value; t.numbers.push_back(std::move(quantity)); return t; }
    [[nodiscard]] static Type of_text() { Type t; t.form = Form::value; t.text = true; return t; }
    [[nodiscard]] static Type of_date() { Type t; t.form = Form::value; t.date = true; return t; }
    [[nodiscard]] static Type of_truth() { Type t; t.form = Form::value; t.truth = true; return t; }
    [[nodiscard]] bool is_truth() const {
        return form == Form::value && truth && nodes.empty() && numbers.empty() && !text && !date && group.empty();
    }
};

}  // namespace crossfoot
