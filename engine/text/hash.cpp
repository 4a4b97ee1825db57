#include "engine/text/hash.hpp"

#include <cstring>

namespace crossfoot {
namespace {

__extension__ typedef unsigned __int128 Product;

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    const auto product = static_cast<Product>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

}  // namespace

std::uint64_t hash_of(std::string_view text) {
    constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15U, kEach = 0xBF58476D1CE4E5B9U, kLast = 0x94D049BB133111EBU;
    std::uint64_t out = kFirst ^ (text.size() * kEach);
    while (text.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        out = mixed(out ^ word, kEach);
        text.remove_prefix(8);
    }
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), text.size());
    return mixed(out ^ word, kLast) ^ (out << 1U);
}

}  // namespace crossfoot
