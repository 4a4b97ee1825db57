#include "reports/xml_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/source.hpp"
#include "reports/cells.hpp"

namespace crossfoot::reports {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// U+FFFE and U+FFFF are well-formed UTF-8, but no characters of XML 1.0.
bool is_no_character(std::string_view text) {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

}  // namespace

XmlWriter::XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {}

void XmlWriter::close_tag() {
    if (tag_open_) out_ += '>';
    tag_open_ = false;
}

void XmlWriter::indent() { out_.append("\n").append(2 * levels_.size(), ' '); }

void XmlWriter::begin(std::string_view element) {
    close_tag();
    if (!levels_.empty()) levels_.back().elements = true;
    indent();
    out_.append("<").append(element);
    levels_.push_back({std::string(element)});
    tag_open_ = true;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
    out_.append(" ").append(name).append("=\"");
    escape(value, true);
    out_ += '"';
}

void XmlWriter::text(std::string_view value) {
    close_tag();
    escape(value, false);
}

void XmlWriter::end() {
    const Level level = std::move(levels_.back());
    levels_.pop_back();
    if (tag_open_) {
        out_ += "/>";
        tag_open_ = false;
        return;
    }
    if (level.elements) indent();
    out_.append("</").append(level.element).append(">");
}

void XmlWriter::escape(std::string_view text, bool in_attribute) {
    while (!text.empty()) {
        const std::string_view good = text.substr(0, first_malformed_utf8(text));
        for (std::size_t i = 0; i < good.size(); ++i) {
            const char byte = good[i];
            switch (byte) {
                case '&': out_ += "&amp;"; break;
                case '<': out_ += "&lt;"; break;
                case '>': out_ += "&gt;"; break;
                case '"': out_ += in_attribute ? "&quot;" : "\""; break;
                // Readers make spaces of these in attributes, and line feeds of carriage returns everywhere.
                case '\n': out_ += in_attribute ? "&#10;" : "\n"; break;
                case '\t': out_ += in_attribute ? "&#9;" : "\t"; break;
                case '\r': out_ += "&#13;"; break;
                default:
                    if (std::size_t length = 1; const char32_t sign = steering(good.substr(i), length)) {
                        out_.append(fmt::format("&#x{:X};", static_cast<std::uint32_t>(sign)));
                        i += length - 1;
                    } else if (static_cast<unsigned char>(byte) < 0x20) out_ += kReplacement;
                    else if (byte == '\xEF' && is_no_character(good.substr(i))) out_ += kReplacement, i += 2;
                    else out_ += byte;
            }
        }
        text.remove_prefix(good.size());
        if (text.empty()) break;
        out_ += kReplacement;
        text.remove_prefix(1);
    }
}

std::string XmlWriter::finish() && {
    out_ += '\n';
    return std::move(out_);
}

}  // namespace crossfoot::reports
