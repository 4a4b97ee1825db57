#include "reports/json_writer.hpp"

#include <algorithm>

#include "engine/text/source.hpp"
#include "reports/cells.hpp"

namespace crossfoot::reports {
namespace {

// The first byte that JSON wants escaped, or the end.
std::size_t first_to_escape(std::string_view text) {
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        if (static_cast<unsigned char>(byte) < 0x20 || byte == '"' || byte == '\\') return at;
        if ((byte == '\x7F' || static_cast<unsigned char>(byte) >= 0xC2) && steering(text.substr(at), length) != 0) return at;
    }
    return text.size();
}

}  // namespace

void JsonWriter::separate() {
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (!level.empty) out_ += ',';
    if (level.layout == Layout::lines) out_.append("\n").append(2 * levels_.size(), ' ');
    else if (!level.empty) out_ += ' ';
    level.empty = false;
}

void JsonWriter::before_value() {
    if (!after_key_) separate();
    after_key_ = false;
}

void JsonWriter::begin(char bracket, Layout layout) {
    before_value();
    out_ += bracket;
    // Lines inside one line would belong to no level.
    if (!levels_.empty() && levels_.back().layout == Layout::inline_) layout = Layout::inline_;
    levels_.push_back({layout, true});
}

void JsonWriter::end(char bracket) {
    const Level level = levels_.back();
    levels_.pop_back();
    if (!level.empty && level.layout == Layout::lines) out_.append("\n").append(2 * levels_.size(), ' ');
    out_ += bracket;
}

void JsonWriter::key(std::string_view name) {
    separate();
    quote(name);
    out_ += ": ";
    after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
    before_value();
    quote(value);
}

void JsonWriter::number(std::uint64_t value) {
    before_value();
    out_ += std::to_string(value);
}

void JsonWriter::truth(bool value) {
    before_value();
    out_ += value ? "true" : "false";
}

void JsonWriter::null() {
    before_value();
    out_ += "null";
}

void JsonWriter::member_or_null(std::string_view name, std::string_view value) {
    if (value.empty()) null_member(name);
    else member(name, value);
}

void JsonWriter::quote(std::string_view text) {
    out_ += '"';
    // Runs of bytes that need no escape are copied at once.
    while (!text.empty()) {
        const std::size_t plain = first_to_escape(text);
        const std::size_t run = std::min(plain, first_malformed_utf8(text.substr(0, plain)));
        out_ += text.substr(0, run);
        if (run >= text.size()) break;
        std::size_t length = 1;
        if (const char32_t sign = steering(text.substr(run), length); sign != 0) unicode(sign);
        else escape(text[run]);
        text.remove_prefix(run + length);
    }
    out_ += '"';
}

void JsonWriter::unicode(char32_t sign) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out_ += "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) out_ += kHex[(sign >> shift) & 0xFU];
}

void JsonWriter::escape(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    switch (byte) {
        case '"': out_ += "\\\""; break;
        case '\\': out_ += "\\\\"; break;
        case '\n': out_ += "\\n"; break;
        case '\r': out_ += "\\r"; break;
        case '\t': out_ += "\\t"; break;
        default:
            if (code >= 0x80) out_ += "\xEF\xBF\xBD";  // U+FFFD for a byte that fits no character
            else unicode(code);
    }
}

std::string JsonWriter::finish() && {
    out_ += '\n';
    return std::move(out_);
}

}  // namespace crossfoot::reports
