// Names of files as other tools want them: plain paths that match those of a repository, and URIs.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot::reports {

// The path without `.` steps and doubled `/` ("./data//a.toml": "data/a.toml"); `..` is kept.
[[nodiscard]] std::string repository_path(std::string_view name);

// A URI reference (RFC 3986) of that path: a relative one, or `file:///…` of an absolute path. Every byte that is
// not unreserved is percent-encoded, `/` excepted.
[[nodiscard]] std::string uri_of(std::string_view name);

}  // namespace crossfoot::reports
