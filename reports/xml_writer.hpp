// Writing XML 1.0 straight into one buffer: elements on lines of their own, two spaces a level. Whatever bytes are
// given, the document is well-formed: what XML has no form for becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::reports {

class XmlWriter {
public:
    XmlWriter();
    void begin(std::string_view element);  // a name that the caller knows to be one
    // Of the element begun last, before any content.
    void attribute(std::string_view name, std::string_view value);
    void attribute(std::string_view name, std::size_t value) { attribute(name, std::to_string(value)); }
    // The content of an element that has no elements.
    void text(std::string_view value);
    void end();

    // The document, ended by a line end. All that was begun must have been ended.
    [[nodiscard]] std::string finish() &&;

private:
    struct Level {
        std::string element;
        bool elements = false;
    };
    void close_tag();
    void indent();
    void escape(std::string_view text, bool in_attribute);

    std::string out_;
    std::vector<Level> levels_;
    bool tag_open_ = false;
};

}  // namespace crossfoot::reports
