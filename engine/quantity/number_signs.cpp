#include "engine/quantity/number_signs.hpp"

#include "engine/quantity/lexicon.hpp"

namespace crossfoot {

std::optional<char> number_sign(std::string_view text) {
    if (text == "." || text == ",") return text.front();
    for (const std::string_view space : {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"})
        if (text == space) return ' ';
    if (text == "'" || text == "\xE2\x80\x99") return '\'';
    return std::nullopt;
}

char decimal_sign(Language language, NumberSigns declared) {
    return declared.decimal != 0 ? declared.decimal : lexicon(language).decimal_sign;
}

std::array<char, 3> group_signs(Language language, NumberSigns declared) {
    const char decimal = decimal_sign(language, declared);
    const bool comma = declared.group == 0 && lexicon(language).comma_groups && decimal != ',';
    const char own = declared.group != 0 ? declared.group : comma ? ',' : ' ';
    return {' ', decimal == '\'' ? ' ' : '\'', own};
}

}  // namespace crossfoot
