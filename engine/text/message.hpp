// Messages in two languages. A Template holds the English and the French wording with positional
// placeholders {0}, {1}, …; it is checked while compiling: both languages must be there and use the
// same placeholders, so no message can lack a translation. A Message is a template with its arguments,
// rendered when the language is known. Every room keeps its templates in one `messages.hpp`.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/text/language.hpp"

namespace crossfoot {

class Template {
public:
    // Fails to compile when a language is empty or the placeholders of the two differ.
    consteval Template(std::string_view en, std::string_view fr) : en_(en), fr_(fr) {
        if (en.empty() || fr.empty()) throw "a message needs both languages";
        if (placeholders(en) != placeholders(fr)) throw "the two languages use different placeholders";
    }
    [[nodiscard]] constexpr std::string_view in(Language language) const {
        return language == Language::fr ? fr_ : en_;
    }
    // A set of placeholder numbers as bits; throws (fails to compile) on a malformed one.
    static constexpr unsigned placeholders(std::string_view text) {
        unsigned seen = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '{' && i + 1 < text.size() && text[i + 1] == '{') { ++i; continue; }
            if (text[i] == '}' && i + 1 < text.size() && text[i + 1] == '}') { ++i; continue; }
            if (text[i] == '}') throw "a closing brace without an opening one";
            if (text[i] != '{') continue;
            if (i + 2 >= text.size() || text[i + 1] < '0' || text[i + 1] > '9' || text[i + 2] != '}')
                throw "placeholders are {0} to {9}";
            seen |= 1U << static_cast<unsigned>(text[i + 1] - '0');
            i += 2;
        }
        return seen;
    }

private:
    std::string_view en_;
    std::string_view fr_;
};

// One sentence with its arguments. Arguments are plain text (figures already printed in the report's
// language), the same in both languages; a further Message as argument is rendered along.
class Message {
public:
    using Argument = std::pair<std::string, std::vector<Message>>;  // text, or one nested message

    Message() = default;
    template <class... Args>
    explicit Message(const Template& text, Args&&... args) : template_(&text) {
        (add(std::forward<Args>(args)), ...);
    }
    // A text that is the same in every language (a path, a library's own words).
    [[nodiscard]] static Message verbatim(std::string text);

    [[nodiscard]] bool empty() const { return template_ == nullptr && verbatim_.empty(); }
    [[nodiscard]] std::string in(Language language) const;

    friend bool operator==(const Message& a, const Message& b) { return a.in(Language::en) == b.in(Language::en); }

private:
    void add(std::string text) { arguments_.emplace_back(std::move(text), std::vector<Message>{}); }
    void add(std::string_view text) { add(std::string(text)); }
    void add(const char* text) { add(std::string(text)); }
    void add(Message message) {
        arguments_.emplace_back(std::string(), std::vector<Message>{});
        arguments_.back().second.push_back(std::move(message));
    }
    template <class Integer>
        requires std::is_integral_v<Integer>
    void add(Integer number) { add(std::to_string(number)); }

    const Template* template_ = nullptr;
    std::string verbatim_;
    std::vector<Argument> arguments_;
};

}  // namespace crossfoot
