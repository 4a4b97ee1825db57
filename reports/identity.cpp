#include "reports/identity.hpp"

#include <algorithm>
#include <cstdint>

namespace crossfoot::reports {
namespace {

class Hash {
public:
    // The length goes in as well: "a" and "bc" are not "ab" and "c".
    void add(std::string_view text) {
        for (std::uint64_t size = text.size(), i = 0; i < 8; ++i) mix(static_cast<std::uint8_t>(size >> (8 * i)));
        for (const char each : text) mix(static_cast<std::uint8_t>(each));
    }
    [[nodiscard]] std::string hex() const {
        std::string out(16, '0');
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = "0123456789abcdef"[(state_ >> (60 - 4 * i)) & 0xFU];
        return out;
    }

private:
    void mix(std::uint8_t byte) { state_ = (state_ ^ byte) * 0x100000001B3U; }
    std::uint64_t state_ = 0xCBF29CE484222325U;
};

}  // namespace

std::string fingerprint(const Finding& finding, const Dataset& dataset) {
    Hash hash;
    hash.add(finding.rule);
    for (const Binding& binding : finding.bindings) hash.add(binding.name), hash.add(binding.value);
    std::vector<std::string> paths;
    for (const NodeId node : finding.figures) paths.push_back(dataset.path(node));
    // A set: the order of first use depends on the order of tables.
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) hash.add(path);
    return hash.hex();
}

}  // namespace crossfoot::reports
