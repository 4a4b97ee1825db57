// Globs over rule ids: `*` any run of characters but `/`, `**` any run, `?` one character.
#pragma once

#include <string_view>

namespace crossfoot {

[[nodiscard]] inline bool glob_matches(std::string_view glob, std::string_view id) {
    if (glob.empty()) return id.empty();
    if (glob[0] == '*') {
        const bool any = glob.size() > 1 && glob[1] == '*';
        const std::string_view rest = glob.substr(any ? 2 : 1);
        for (std::size_t taken = 0;; ++taken) {
            if (glob_matches(rest, id.substr(taken))) return true;
            if (taken == id.size() || (!any && id[taken] == '/')) return false;
        }
    }
    if (id.empty()) return false;
    return (glob[0] == '?' || glob[0] == id[0]) && glob_matches(glob.substr(1), id.substr(1));
}

}  // namespace crossfoot
