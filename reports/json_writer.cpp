#include "reports/json_writer.hpp"

#include "engine/text/source.hpp"

namespace crossfoot::reports {

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
    constexpr std::string_view kHex = "0123456789abcdef";
    out_ += '"';
    std::size_t bad = first_malformed_utf8(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (i == bad) {
            out_ += "\xEF\xBF\xBD";
            const std::size_t further = first_malformed_utf8(text.substr(i + 1));
            bad = further == std::string_view::npos ? further : i + 1 + further;
            continue;
        }
        switch (c) {
            case '"': out_ += "\\\""; break;
            case '\\': out_ += "\\\\"; break;
            case '\n': out_ += "\\n"; break;
            case '\r': out_ += "\\r"; break;
            case '\t': out_ += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out_.append("\\u00").append(1, kHex[static_cast<unsigned char>(c) >> 4U]);
                    out_ += kHex[static_cast<unsigned char>(c) & 0xFU];
                } else {
                    out_ += c;
                }
        }
    }
    out_ += '"';
}

std::string JsonWriter::finish() && {
    out_ += '\n';
    return std::move(out_);
}

}  // namespace crossfoot::reports
