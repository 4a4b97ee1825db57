#include "reports/html/writer.hpp"

#include <algorithm>

#include "reports/cells.hpp"

namespace crossfoot::reports::html {
namespace {

// ASCII that means nothing in HTML; it is copied in runs.
bool plain(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x20 && code < 0x7F && byte != '<' && byte != '>' && byte != '&' && byte != '"' && byte != '\'';
}

std::string_view entity(char byte) {
    switch (byte) {
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '&': return "&amp;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return {};
    }
}

void append_escaped(std::string& out, std::string_view text, bool lines) {
    while (!text.empty()) {
        const auto run = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), plain) - text.begin());
        out += text.substr(0, run);
        text.remove_prefix(run);
        if (text.empty()) return;
        if (const std::string_view known = entity(text.front()); !known.empty() || (lines && text.front() == '\n')) {
            out += known.empty() ? std::string_view("\n") : known;
            text.remove_prefix(1);
            continue;
        }
        // a character is judged whole: the run up to the next byte of ASCII that stands for itself
        const auto special = [&](char byte) { return plain(byte) || !entity(byte).empty() || (lines && byte == '\n'); };
        const auto other = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), special) - text.begin());
        out += clean(text.substr(0, other));
        text.remove_prefix(other);
    }
}

}  // namespace

std::string escaped(std::string_view text, bool lines) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    append_escaped(out, text, lines);
    return out;
}

std::string anchor_name(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || c == '-' || c == '_' || c == '.') out += c;
        else if (c == '/') out += '.';
        else if (!out.ends_with('-')) out += '-';
    }
    return out;
}

void Html::tag(std::string_view name, Attributes attributes) {
    out_.append("<").append(name);
    for (const Attribute& each : attributes) {
        if (each.name.empty()) continue;
        out_.append(" ").append(each.name).append("=\"");
        append_escaped(out_, each.value, false);
        out_ += '"';
    }
    out_ += '>';
}

Html& Html::open(std::string_view name, Attributes attributes) {
    tag(name, attributes);
    open_.push_back(name);
    return *this;
}

Html& Html::close() {
    out_.append("</").append(open_.back()).append(">");
    open_.pop_back();
    return *this;
}

Html& Html::empty(std::string_view name, Attributes attributes) {
    tag(name, attributes);
    out_.insert(out_.size() - 1, 1, '/');
    return *this;
}

Html& Html::text(std::string_view text) {
    append_escaped(out_, text, false);
    return *this;
}

Html& Html::source(std::string_view text) {
    append_escaped(out_, text, true);
    return *this;
}

Html& Html::path(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("./:"), text.size() - 1) + 1;
        append_escaped(out_, text.substr(0, end), false);
        text.remove_prefix(end);
        if (!text.empty()) empty("wbr");
    }
    return *this;
}

Html& Html::prose(std::string_view sentence) {
    while (!sentence.empty()) {
        const std::size_t begin = sentence.find('`');
        const std::size_t end = begin == std::string_view::npos ? begin : sentence.find('`', begin + 1);
        if (end == std::string_view::npos) return text(unbroken(sentence));
        text(unbroken(sentence.substr(0, begin))).element("code", sentence.substr(begin + 1, end - begin - 1));
        sentence.remove_prefix(end + 1);
    }
    return *this;
}

Html& Html::element(std::string_view name, Attributes attributes, std::string_view content) {
    return open(name, attributes).text(content).close();
}

Html& Html::line() {
    out_ += '\n';
    return *this;
}

Html& Html::trusted(std::string_view text) {
    out_ += text;
    return *this;
}

std::string Html::finish() && {
    while (!open_.empty()) close();
    return std::move(out_);
}

}  // namespace crossfoot::reports::html
