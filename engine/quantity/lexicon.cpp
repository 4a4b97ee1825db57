#include "engine/quantity/lexicon.hpp"

#include "engine/quantity/print_text.hpp"

namespace crossfoot {

const Lexicon& lexicon(Language language) { return language == Language::fr ? french_lexicon() : english_lexicon(); }

bool holds_approximation(std::string_view text, Language language) {
    for (const ApproximateWord& each : lexicon(language).approximations)
        if (const std::size_t at = text.find(each.noun); at != std::string_view::npos)
            if (!each.plural_scales || !text.substr(at + each.noun.size()).starts_with('s')) return true;
    return false;
}

std::vector<std::string> printed_forms(std::string_view phrase, bool before_another) {
    std::vector<std::string> out{std::string(phrase).append(before_another ? " " : "")};
    // no English phrase ends with this word
    if (before_another && (phrase == "de" || phrase.ends_with(" de")))
        out.push_back(std::string(phrase.substr(0, phrase.size() - 1)).append("'"));
    if (phrase.size() < 2) return out;   // the sign "x" has no capital
    for (std::size_t i = 0, plain = out.size(); i < plain; ++i) {
        std::string raised = first_letter_raised(out[i]);
        if (raised.starts_with("À")) out.push_back(std::string("A").append(raised, 2));
        out.push_back(std::move(raised));
    }
    return out;
}

}  // namespace crossfoot
