// The figures of a report as one tree: tables, arrays, figures, texts, dates, truths, each with the place
// where it stands. All files of a dataset are merged here; loading is engine/dataset/load.hpp.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/dataset/table/table.hpp"
#include "engine/quantity/date.hpp"
#include "engine/quantity/figure.hpp"
#include "engine/quantity/numeral.hpp"
#include "engine/text/language.hpp"
#include "engine/text/source.hpp"

namespace crossfoot {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFFU;

enum class NodeKind : std::uint8_t { table, array, figure, text, date, truth };

// What stands beside figures and describes them: keys that begin with `_`, inherited downwards.
struct Description {
    std::string key;     // "_section"
    std::string value;   // a string as it is; any other TOML value as it is written
};

// The descriptions of one table; what it does not say, its parent scope says.
struct Scope {
    std::uint32_t parent = 0;              // scope 0 is the root and its own parent
    std::vector<Description> descriptions;
    std::optional<std::uint32_t> line;                                  // `_line`
    std::optional<std::pair<std::uint32_t, std::uint32_t>> lines;       // `_lines`
};

struct Node {
    NodeKind kind = NodeKind::table;
    bool manifest = false;       // below `report`: readable by rules, but no figure of the report
    bool unread = false;         // a text that holds a digit or number word and is neither figure, date nor declared text
    bool truth = false;          // the value of a truth
    NodeId parent = kNoNode;
    std::uint32_t payload = 0;   // figure, text, date: index; table, array: index into groups
    std::uint32_t scope = 0;
    std::uint32_t key = 0;       // the key under which it stands (index into keys), or the element's number in an array
    Span span;                   // the value (a figure with details: its `value`); a table: its header or inline table
    Span key_span;               // where the key stands, where there is one
};

// The children of a table, sorted by key bytes, or of an array, in order.
struct Children {
    std::vector<NodeId> nodes;
};

// A waiver as declared (page 4.3); judged by the gate.
struct Waiver {
    std::string rule, reason, values, by;
    std::vector<std::pair<std::string, std::string>> bindings;
    std::optional<std::int32_t> until;   // last day
    Span span;
};

// A rule path of the manifest, as written.
struct RulePath {
    std::string path;
    Span span;
};

struct Manifest {
    std::string id, title;
    Language language = Language::fr;      // default where the manifest does not say: en; see load.cpp
    NumberSigns signs;                     // `numerals`, where not the language's
    DateOrder dates = DateOrder::year_first;
    std::vector<RulePath> rules;           // relative to `directory`
    std::string directory;                 // of the file that holds the manifest, as the user gave it ("" for stdin)
    std::optional<std::string> draft;
    std::optional<Rounding> rounding;
    bool brackets = false;                 // `brackets = "negative"`
    std::vector<std::string> flags;        // letters behind a figure that are marks
};

class Dataset {
public:
    Manifest manifest;
    Units units;
    SourceMap sources;                     // TOML files here; rule files are added by the language room
    std::vector<Waiver> waivers;
    std::deque<Table> tables;              // those beside the TOML, as declared

    static constexpr NodeId kRoot = 0;
    // The number of an element that stands for many rows of a table: those that have its texts. Its path says so:
    // `tables.t[region="north"]`, or `tables.t[*]` where it has none.
    static constexpr std::uint32_t kManyRows = 0xFFFFFFFFU;

    [[nodiscard]] const Node& node(NodeId id) const { return nodes_[id]; }
    [[nodiscard]] std::size_t node_count() const { return nodes_.size(); }
    [[nodiscard]] const Figure& figure(NodeId id) const { return figures_[nodes_[id].payload]; }
    [[nodiscard]] const std::string& text(NodeId id) const { return texts_[nodes_[id].payload]; }
    [[nodiscard]] DayRange date(NodeId id) const { return dates_[nodes_[id].payload]; }
    [[nodiscard]] std::span<const NodeId> children(NodeId id) const { return groups_[nodes_[id].payload].nodes; }
    // The table beside the TOML whose rows stand in this array, or null.
    [[nodiscard]] const Table* table_at(NodeId array) const;
    // The child of a table under `key`, or kNoNode. Logarithmic.
    [[nodiscard]] NodeId child(NodeId table, std::string_view key) const;
    // The key of a child of a table; an element of an array has none ("").
    [[nodiscard]] std::string_view key(NodeId id) const;
    // "infractions[0].evolution"; keys that are no bare TOML keys are quoted; the root is "".
    [[nodiscard]] std::string path(NodeId id) const;
    // Appends the last step of a path to that of the parent: `.key` (without the dot behind nothing) or `[row]`. Not for the root.
    void add_step(NodeId id, std::string& path) const;
    [[nodiscard]] const Scope& scope(std::uint32_t id) const { return scopes_[id]; }
    // First and last draft line: the nearest `_line` (twice) or `_lines`, going up; `_line` wins within one table.
    [[nodiscard]] std::optional<std::pair<std::uint32_t, std::uint32_t>> draft_lines(NodeId id) const;
    // The nearest description of that key, going up: "_section".
    [[nodiscard]] std::optional<std::string_view> description(NodeId id, std::string_view key) const;
    // All figures outside the manifest (missing and suppressed included), and all unread texts, in node order.
    [[nodiscard]] std::size_t figure_count() const;
    [[nodiscard]] std::size_t unread_count() const;
    // Why an unread text is no figure: what could not be read in it (bytes of the text), the nearest unit.
    // Nothing for any other node.
    [[nodiscard]] const NotAFigure* why_unread(NodeId id) const;
    // Where byte `offset` of the text at `id` stands; the whole value where its TOML string has escapes.
    [[nodiscard]] Span inside(NodeId id, std::uint32_t begin, std::uint32_t end) const;

    // Building (the loader's side). Children of tables may be added in any order; `finish` sorts them.
    NodeId add(Node node);
    std::uint32_t add_figure(Figure figure);
    std::uint32_t add_text(std::string text);
    std::uint32_t add_date(DayRange date);
    std::uint32_t add_group();
    std::uint32_t add_scope(Scope scope);
    std::uint32_t intern_key(std::string_view key);
    void append_child(NodeId parent, NodeId child);
    // The rows of a streamed table that are there for now.
    void set_children(NodeId array, std::vector<NodeId> children);
    // Another number after each of these changes.
    [[nodiscard]] std::uint64_t arrangement() const { return arrangement_; }
    void set_unread(NodeId id, NotAFigure why);   // ids in ascending order
    Node& edit(NodeId id) { return nodes_[id]; }
    Figure& edit_figure(NodeId id) { return figures_[nodes_[id].payload]; }
    std::string& edit_text(NodeId id) { return texts_[nodes_[id].payload]; }
    DayRange& edit_date(NodeId id) { return dates_[nodes_[id].payload]; }
    void finish();

private:
    [[nodiscard]] std::string many_rows(NodeId id) const;

    std::uint64_t arrangement_ = 1;
    std::vector<Node> nodes_;
    std::deque<Figure> figures_;   // large: growing must not move them
    std::vector<std::string> texts_;
    std::vector<DayRange> dates_;
    std::vector<Children> groups_;
    std::vector<Scope> scopes_{Scope{}};
    struct KeyHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
    };
    std::vector<std::string> keys_;
    std::unordered_map<std::string, std::uint32_t, KeyHash, std::equal_to<>> key_index_;   // key → index into keys_
    std::vector<std::pair<NodeId, NotAFigure>> unread_;                                    // by node
};

}  // namespace crossfoot
