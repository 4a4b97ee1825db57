#include "reports/paths.hpp"

namespace crossfoot::reports {
namespace {

bool unreserved(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

}  // namespace

std::string repository_path(std::string_view name) {
    std::string out(name.starts_with('/') ? "/" : "");
    const std::size_t root = out.size();
    while (!name.empty()) {
        const std::string_view step = name.substr(0, name.find('/'));
        name.remove_prefix(step.size() == name.size() ? step.size() : step.size() + 1);
        if (step.empty() || step == ".") continue;
        if (out.size() > root) out += '/';
        out += step;
    }
    return out;
}

std::string uri_of(std::string_view name) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    const std::string path = repository_path(name);
    std::string out(path.starts_with('/') ? "file://" : "");
    for (const char byte : path) {
        const auto code = static_cast<unsigned char>(byte);
        if (unreserved(byte) || byte == '/') out += byte;
        else out.append("%").append(1, kHex[code >> 4U]).append(1, kHex[code & 0xFU]);
    }
    return out;
}

}  // namespace crossfoot::reports
