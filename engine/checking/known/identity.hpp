// What makes a finding the same one in another run: its rule, its bindings and the paths of its figures. A row of an
// array is named by its key text instead of its number, so that shuffled rows keep their identity.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "engine/checking/findings.hpp"

namespace crossfoot {

// Names nodes of one dataset, which must outlive it. The answers do not depend on the order of files, keys or rows.
class Identities {
public:
    explicit Identities(const Dataset& dataset) : dataset_(dataset) {}
    [[nodiscard]] const Dataset& dataset() const { return dataset_; }

    // The path of a node as messages show it, with `rows[name="Vols"]` in place of `rows[3]`. The key of an array's
    // rows is the first field (by key) that is a text in every row and differs between all of them; where there is
    // none the number stays. A row of a streamed table has all its texts and dates for a name, so that it depends on no other
    // row: `tables.t[code="A",day="2020-03-16"]`.
    [[nodiscard]] std::string path(NodeId node);
    // What a binding is bound to: its path by row keys, or its value as text.
    [[nodiscard]] std::string value(const Binding& binding);
    // 16 hexadecimal digits of what makes the finding the same one: FNV-1a (64 bits) of its rule, bindings and figure
    // paths, or where it has no figure the paths of its texts and dates. Neither figures nor lines are part of it.
    [[nodiscard]] std::string identity(const Finding& finding);
    // Is some row in its paths named by its number, for want of a key?
    [[nodiscard]] bool numbered(const Finding& finding);
    // What a finding rests on: `2:` and 16 hexadecimal digits, FNV-1a (64 bits) of a line `path=printed` for each figure, text,
    // date and truth that its instance read, lines sorted by bytes, of the numbers that it compared and of its rule's expression.
    // Changes whenever one of them does, comes or goes; not when lines, files, keys or keyed rows move, or spaces of the rule.
    [[nodiscard]] std::string fingerprint(const Finding& finding);
    // Is `values` the fingerprint, or, of a finding that rests on figures only, that of earlier versions, of the figures alone?
    [[nodiscard]] bool fingerprint_is(const std::string& values, const Finding& finding);

private:
    void add_path(NodeId node, std::string& out);
    [[nodiscard]] const std::string& row_field(NodeId array);
    [[nodiscard]] std::string row_name(NodeId row);
    [[nodiscard]] std::string lines_of(const std::vector<NodeId>& nodes);
    [[nodiscard]] std::string printed(NodeId node) const;

    const Dataset& dataset_;
    std::unordered_map<NodeId, std::string> fields_;   // array → the field that tells its rows apart, or empty
};

// An expression of a rule as it is written, without the spaces, line ends and comments outside its texts and patterns.
[[nodiscard]] std::string without_spaces(std::string_view written);

// FNV-1a, 64 bits, in 16 hexadecimal digits.
[[nodiscard]] std::string digest(std::string_view text);

// A path without the numbers of rows: "infractions[3].evolution" → "infractions[].evolution".
[[nodiscard]] std::string without_rows(const std::string& path);

// What the report prints at a node: a figure or date as written, a text itself, a truth value as TOML has it; empty for
// tables and arrays.
[[nodiscard]] std::string printed_form(NodeId node, const Dataset& dataset);

}  // namespace crossfoot
