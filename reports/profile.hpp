// What tables hold, with the declaration and the rules to start from, as text and as JSON (docs/profile.md). Takes what
// engine/dataset/profile and engine/checking/suggest found; gives the whole document.
#pragma once

#include <string>
#include <vector>

#include "engine/checking/suggest/suggest.hpp"
#include "reports/page.hpp"

namespace crossfoot::reports {

struct ProfileMaterial {
    const std::vector<profile::Profile>& profiles;
    const suggest::Suggestions& suggestions;
};

// What follows the tables of columns can be pasted as it stands: first TOML, then rules.
[[nodiscard]] std::string render_profile(const ProfileMaterial& material, const Page& page);
[[nodiscard]] std::string render_profile_json(const ProfileMaterial& material, const Page& page);

}  // namespace crossfoot::reports
