// A checksum that tells whether bytes are still the same: four lanes of eight bytes, each multiplied and rotated. It is
// no protection against one who looks for a second text with the same sum.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace crossfoot::table {

inline std::uint64_t checksum(std::string_view bytes) {
    constexpr std::uint64_t kFirst = 0x9E3779B185EBCA87U, kSecond = 0xC2B2AE3D27D4EB4FU;
    constexpr std::size_t kLanes = 4, kStep = kLanes * sizeof(std::uint64_t);
    std::uint64_t lanes[kLanes] = {kFirst, kSecond, ~kFirst, ~kSecond};
    const auto mixed = [](std::uint64_t lane, const char* at) {
        std::uint64_t word;
        std::memcpy(&word, at, sizeof word);
        return std::rotl(lane + word * kSecond, 31) * kFirst;
    };
    std::size_t at = 0;
    for (; at + kStep <= bytes.size(); at += kStep)
        for (std::size_t lane = 0; lane < kLanes; ++lane) lanes[lane] = mixed(lanes[lane], bytes.data() + at + lane * sizeof(std::uint64_t));
    std::uint64_t out = bytes.size() * kFirst;
    for (const std::uint64_t lane : lanes) out = (out ^ lane ^ (lane >> 29U)) * kSecond;
    for (; at < bytes.size(); ++at) out = std::rotl(out ^ static_cast<unsigned char>(bytes[at]) * kFirst, 23) * kSecond;
    return out ^ (out >> 32U);
}

}  // namespace crossfoot::table
