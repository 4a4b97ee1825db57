// Writing HTML straight into one buffer. Whatever the bytes of the texts, what comes out is well-formed: every element
// that was opened is closed, texts and attribute values are escaped, malformed UTF-8 and characters that could turn or
// break the page are shown as replacements (see reports/cells.hpp).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/message.hpp"

namespace crossfoot::reports::html {

// Names are the program's own, never a text of the input. One with an empty name is left out.
struct Attribute {
    std::string_view name, value;
};
using Attributes = std::initializer_list<Attribute>;

// The text as it may stand between tags and inside double quotes. Line ends stay only where `lines` says so.
[[nodiscard]] std::string escaped(std::string_view text, bool lines = false);

// `text` as the fragment of a link and the id of an element: letters, digits, `-`, `_` and `.` only. Different texts
// may give the same name.
[[nodiscard]] std::string anchor_name(std::string_view text);

class Html {
public:
    explicit Html(Language language) : language_(language) {}
    [[nodiscard]] Language language() const { return language_; }

    Html& open(std::string_view tag, Attributes attributes = {});
    Html& close();                                                  // what was opened last
    Html& empty(std::string_view tag, Attributes attributes = {});  // an element that has no content: <br>, <line/>
    Html& text(std::string_view text);
    Html& text(const Template& words) { return text(words.in(language_)); }
    // A sentence of the program: what stands between back-ticks is code.
    Html& prose(std::string_view sentence);
    // A path, a place or an id, which may be broken after each dot, stroke and colon.
    Html& path(std::string_view text);
    // Source text as it stands, lines and spaces kept.
    Html& source(std::string_view text);
    // open, text, close
    Html& element(std::string_view tag, std::string_view text) { return element(tag, {}, text); }
    Html& element(std::string_view tag, Attributes attributes, std::string_view text);
    Html& element(std::string_view tag, const Template& words) { return element(tag, {}, words.in(language_)); }
    Html& element(std::string_view tag, Attributes attributes, const Template& words) {
        return element(tag, attributes, words.in(language_));
    }
    // A line end, so that the source can be read and compared.
    Html& line();
    // The project's own style and script, and the document type.
    Html& trusted(std::string_view text);

    [[nodiscard]] std::size_t size() const { return out_.size(); }
    // What was written, every element closed.
    [[nodiscard]] std::string finish() &&;

private:
    void tag(std::string_view name, Attributes attributes);

    Language language_;
    std::string out_;
    std::vector<std::string_view> open_;
};

}  // namespace crossfoot::reports::html
