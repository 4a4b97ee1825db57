#include "tests/reports/markup.hpp"

#include <algorithm>
#include <set>
#include <sstream>

namespace crossfoot::testing {
namespace {

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; }

class Reader {
public:
    explicit Reader(std::string_view html) : rest_(html) {}

    Markup read() {
        constexpr std::string_view kType = "<!DOCTYPE html>";
        if (rest_.starts_with(kType)) rest_.remove_prefix(kType.size());
        while (!rest_.empty() && out_.problem.empty()) {
            if (rest_.front() == '<') tag();
            else text();
        }
        if (out_.problem.empty() && !open_.empty()) fail("not closed: " + open_.back());
        return std::move(out_);
    }

private:
    void fail(const std::string& what) {
        if (out_.problem.empty()) out_.problem = what + " before: " + std::string(rest_.substr(0, 60));
    }

    std::string name() {
        const auto end =
            static_cast<std::size_t>(std::find_if_not(rest_.begin(), rest_.end(), is_name) - rest_.begin());
        const std::string out(rest_.substr(0, end));
        rest_.remove_prefix(end);
        if (out.empty()) fail("a name is missing");
        return out;
    }

    bool take(std::string_view what) {
        if (!rest_.starts_with(what)) return false;
        rest_.remove_prefix(what.size());
        return true;
    }

    // Text without `<`, `>` or a bare `&`.
    void check_escaped(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '<' || text[at] == '>') fail("not escaped: " + std::string(text));
            if (text[at] != '&') continue;
            const std::string_view entity = text.substr(at, text.find(';', at) - at + 1);
            static const std::set<std::string_view> known = {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;"};
            if (!known.contains(entity)) fail("no entity: " + std::string(text));
        }
        for (const char c : text)
            if (static_cast<unsigned char>(c) < 0x20 && c != '\n') fail("a control character");
    }

    void text() {
        const std::size_t end = std::min(rest_.find('<'), rest_.size());
        check_escaped(rest_.substr(0, end));
        out_.text += rest_.substr(0, end);
        rest_.remove_prefix(end);
    }

    void attribute(Element& element) {
        const std::string key = name();
        if (!take("=\"")) return fail("no value of " + key);
        const std::size_t end = std::min(rest_.find('"'), rest_.size());
        check_escaped(rest_.substr(0, end));
        if (!element.attributes.emplace(key, rest_.substr(0, end)).second) fail("twice: " + key);
        rest_.remove_prefix(end);
        if (!take("\"")) fail("no end of " + key);
    }

    void tag() {
        rest_.remove_prefix(1);
        if (take("/")) {
            const std::string closed = name();
            if (open_.empty() || open_.back() != closed) return fail("closes nothing: " + closed);
            open_.pop_back();
            if (!take(">")) fail("no end of a tag");
            return;
        }
        Element element{name(), {}};
        while (out_.problem.empty() && take(" ")) attribute(element);
        const bool empty = take("/");
        if (!take(">")) return fail("no end of <" + element.name);
        if (!empty) open_.push_back(element.name);
        out_.elements.push_back(std::move(element));
        if (empty || (open_.back() != "style" && open_.back() != "script")) return;
        const std::size_t end = rest_.find("</" + open_.back());  // raw text up to its end tag
        if (end == std::string_view::npos) return fail("not closed");
        rest_.remove_prefix(end);
    }

    std::string_view rest_;
    std::vector<std::string> open_;
    Markup out_;
};

}  // namespace

std::size_t Markup::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::count_if(elements.begin(), elements.end(), [&](const Element& each) { return each.name == name; }));
}

Markup read_markup(std::string_view html) { return Reader(html).read(); }

std::string broken_link(const Markup& page) {
    std::set<std::string> ids;
    for (const Element& each : page.elements)
        if (const auto id = each.attributes.find("id"); id != each.attributes.end() && !ids.insert(id->second).second)
            return "twice: " + id->second;
    for (const Element& each : page.elements)
        for (const auto& [key, value] : each.attributes) {
            if (key == "src" || key == "srcset" || key == "data" || key == "action") return "leads out: " + key;
            if (key == "href" && (!value.starts_with("#") || !ids.contains(value.substr(1))))
                return "leads nowhere: " + value;
            if (key != "for" && !key.starts_with("aria-labelledby") && key != "aria-describedby") continue;
            std::istringstream names(value);
            for (std::string name; names >> name;)
                if (!ids.contains(name)) return "names nothing: " + name;
        }
    return {};
}

}  // namespace crossfoot::testing
