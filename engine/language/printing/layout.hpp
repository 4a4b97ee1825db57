// A layout: the tokens of a declaration with the places where its lines may break, in groups. A group stays on one
// line where it fits, else all of its own breaks are taken; inner groups are tried again (Oppen 1980, Wadler 2003).
// Comments between the tokens of a group break it, and are written where they stood.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/language/printing/trivia.hpp"

namespace crossfoot::printing {

inline constexpr std::size_t kWidth = 100;    // characters of a line, where breaking can keep to it
inline constexpr std::size_t kIndent = 2;

class Layout {
public:
    Layout& token(std::string_view text);     // exactly one token of the language
    Layout& closer(std::string_view text);    // a closing bracket: comments before it are indented as what it closes
    Layout& space() { return add(Op::space); }
    Layout& line() { return add(Op::line); }          // a space, or a new line in a group that is broken
    Layout& soft() { return add(Op::soft); }          // nothing, or a new line
    Layout& new_line() { return add(Op::hard); }      // always; breaks its group
    // Returns the group's number.
    std::size_t open();
    Layout& close();
    Layout& indent() { return add(Op::indent); }
    // Indents once, and once more where that group was broken.
    Layout& indent_after(std::size_t group);
    Layout& dedent() { return add(Op::dedent); }

    // As text without a line end, from `token` on at indentation `indent`; comments before the first token are left
    // to the caller. `token` is set past the last one.
    [[nodiscard]] std::string render(const Trivia& trivia, std::size_t indent, std::size_t& token);

private:
    enum class Op : std::uint8_t { token, closer, space, line, soft, hard, open, close, indent, dedent };
    struct Item {
        Op op;
        std::string text;
        std::size_t other = 0;   // of open: its close; of indent: 1 + the group it depends on
    };
    struct Extent { std::size_t width; std::size_t tokens; bool hard; };
    class Writer;

    Layout& add(Op op) {
        items_.push_back({op, {}, 0});
        return *this;
    }

    std::vector<Item> items_;
    std::vector<std::size_t> open_;
};

}  // namespace crossfoot::printing
