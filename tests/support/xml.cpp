#include "tests/support/xml.hpp"

#include <stdexcept>

#include "engine/text/source.hpp"

namespace crossfoot::testing {
namespace {

constexpr std::string_view kDeclaration = R"(<?xml version="1.0" encoding="UTF-8"?>)";

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    XmlElement document() {
        if (first_malformed_utf8(text_) != std::string_view::npos) fail("bytes that are no UTF-8");
        if (!text_.starts_with(kDeclaration)) fail("no declaration");
        at_ = kDeclaration.size();
        spaces();
        XmlElement root = element();
        spaces();
        if (at_ != text_.size()) fail("something after the root");
        return root;
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error("at byte " + std::to_string(at_) + ": " + what);
    }
    [[nodiscard]] bool sees(std::string_view text) const { return text_.substr(at_).starts_with(text); }
    void take(std::string_view text) {
        if (!sees(text)) fail("`" + std::string(text) + "` is expected");
        at_ += text.size();
    }
    void spaces() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
    }
    std::string name() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && ((text_[at_] >= 'a' && text_[at_] <= 'z') || text_[at_] == '-')) ++at_;
        if (at_ == begin) fail("a name is expected");
        return std::string(text_.substr(begin, at_ - begin));
    }

    // One character of content or of a value, its references resolved.
    void character(std::string& out) {
        const char byte = text_[at_];
        if (byte == '<') fail("a bare `<`");
        if (byte == '&') return reference(out);
        if (sees("]]>")) fail("the end of a CDATA section");
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x20 && byte != '\n' && byte != '\t') fail("a character that XML does not have");
        if (sees("\xEF\xBF\xBE") || sees("\xEF\xBF\xBF")) fail("a code point that is no character");
        out += byte;
        ++at_;
    }

    void reference(std::string& out) {
        static const std::map<std::string, char, std::less<>> kNamed = {
            {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#9;", '\t'}, {"&#10;", '\n'}, {"&#13;", '\r'}};
        for (const auto& [form, byte] : kNamed) {
            if (!sees(form)) continue;
            out += byte;
            at_ += form.size();
            return;
        }
        const std::size_t end = text_.find(';', at_);
        if (!sees("&#x") || end == std::string_view::npos || end - at_ > 9) fail("an unknown reference");
        const auto code = static_cast<std::uint32_t>(std::stoul(std::string(text_.substr(at_ + 3, end - at_ - 3)), nullptr, 16));
        if (code < 0x20 || code >= 0x10000) fail("a reference to no character");
        if (code < 0x80) out += static_cast<char>(code);
        else if (code < 0x800) out.append({static_cast<char>(0xC0U | (code >> 6U)), static_cast<char>(0x80U | (code & 0x3FU))});
        else
            out.append({static_cast<char>(0xE0U | (code >> 12U)), static_cast<char>(0x80U | ((code >> 6U) & 0x3FU)),
                        static_cast<char>(0x80U | (code & 0x3FU))});
        at_ = end + 1;
    }

    XmlElement element() {
        XmlElement out;
        take("<");
        out.name = name();
        while (sees(" ")) {
            spaces();
            const std::string key = name();
            take("=\"");
            std::string value;
            while (at_ < text_.size() && text_[at_] != '"') {
                if (text_[at_] == '\n' || text_[at_] == '\t') fail("a reader would make a space of this");
                character(value);
            }
            take("\"");
            if (!out.attributes.emplace(key, value).second) fail("the attribute stands twice");
        }
        if (sees("/>")) {
            take("/>");
            return out;
        }
        take(">");
        while (!sees("</")) {
            if (at_ >= text_.size()) fail("the document ends inside an element");
            if (sees("<")) out.children.push_back(element());
            else character(out.text);
        }
        take("</");
        take(out.name);
        take(">");
        return out;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<const XmlElement*> XmlElement::all(std::string_view child) const {
    std::vector<const XmlElement*> out;
    for (const XmlElement& each : children)
        if (each.name == child) out.push_back(&each);
    return out;
}

XmlElement parse_xml(std::string_view document) { return Reader(document).document(); }

}  // namespace crossfoot::testing
