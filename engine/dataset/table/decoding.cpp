#include "engine/dataset/table/decoding.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::table {
namespace {

constexpr std::size_t kRawBytes = 1U << 16U;

void append_utf8(std::string& out, std::uint32_t code) {
    const auto byte = [&](std::uint32_t bits) { out += static_cast<char>(bits); };
    if (code < 0x80) return byte(code);
    if (code < 0x800) return byte(0xC0U | code >> 6U), byte(0x80U | (code & 0x3FU));
    if (code < 0x10000) byte(0xE0U | code >> 12U);
    else byte(0xF0U | code >> 18U), byte(0x80U | (code >> 12U & 0x3FU));
    byte(0x80U | (code >> 6U & 0x3FU));
    byte(0x80U | (code & 0x3FU));
}

// The places 0x80 to 0x9F of Windows-1252; 0 is a free one.
constexpr std::array<std::uint16_t, 32> kWindows{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                 0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

class Decoded : public ByteSource {
public:
    explicit Decoded(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)), raw_(kRawBytes) { failed_ = bytes_->failed(); }

    std::size_t read(char* into, std::size_t size) override {
        std::size_t got = 0;
        while (got < size && failed_.empty()) {
            if (at_ == made_.size() && !refill()) break;
            const std::size_t part = std::min(size - got, made_.size() - at_);
            std::copy_n(made_.data() + at_, part, into + got);
            at_ += part;
            got += part;
        }
        taken_ = bytes_->taken();
        return got;
    }

protected:
    // Adds what the bytes are to `out`; `first`: they begin the file.
    virtual void decode(std::string_view raw, bool first, std::string& out) = 0;
    // What is left over at the end of the file.
    virtual void finish(std::string& out) = 0;

private:
    bool refill() {
        made_.clear();
        at_ = 0;
        while (made_.empty() && !ended_) {
            const std::size_t got = bytes_->read(raw_.data(), raw_.size());
            if (!bytes_->failed().empty()) return failed_ = bytes_->failed(), false;
            decode({raw_.data(), got}, first_, made_);
            first_ = first_ && got == 0;
            if (got < raw_.size()) finish(made_), ended_ = true;
        }
        return !made_.empty();
    }
    std::unique_ptr<ByteSource> bytes_;
    std::vector<char> raw_;
    std::string made_;
    std::size_t at_ = 0;
    bool first_ = true, ended_ = false;
};

class OneByte final : public Decoded {
public:
    OneByte(std::unique_ptr<ByteSource> bytes, bool windows) : Decoded(std::move(bytes)), windows_(windows) {}

protected:
    void decode(std::string_view raw, bool first, std::string& out) override {
        if (first && (raw.starts_with("\xEF\xBB\xBF") || raw.starts_with("\xFF\xFE") || raw.starts_with("\xFE\xFF"))) out += kUndecodable;
        for (const char c : raw) {
            const auto byte = static_cast<unsigned char>(c);
            const std::uint32_t code = byte < 0x80 || byte > 0x9F ? byte : windows_ ? kWindows[byte - 0x80U] : 0;
            if (code == 0 && byte != 0) out += kUndecodable;
            else append_utf8(out, code);
        }
    }
    void finish(std::string&) override {}

private:
    bool windows_;
};

class TwoBytes final : public Decoded {
public:
    using Decoded::Decoded;

protected:
    void decode(std::string_view raw, bool first, std::string& out) override {
        if (first) raw.remove_prefix(order(raw, out));
        for (const char c : raw) {
            if (!half_) {
                half_ = static_cast<unsigned char>(c);
                continue;
            }
            const std::uint32_t other = static_cast<unsigned char>(c);
            unit(big_ ? *half_ << 8U | other : other << 8U | *half_, out);
            half_.reset();
        }
    }
    void finish(std::string& out) override {
        if (high_ != 0 || half_) out += kUndecodable;
        high_ = 0;
        half_.reset();
    }

private:
    // The order of bytes, from the mark, else from where the zeros stand; gives the bytes of the mark.
    std::size_t order(std::string_view raw, std::string& out) {
        big_ = raw.starts_with("\xFE\xFF");
        if (big_ || raw.starts_with("\xFF\xFE")) return 2;
        std::size_t even = 0, odd = 0;
        for (std::size_t i = 0; i < raw.size(); ++i)
            if (raw[i] == '\0') ++(i % 2 == 0 ? even : odd);
        big_ = even > odd;
        if (!raw.empty() && even + odd == 0) out += kUndecodable;   // no line end: this is another encoding
        return 0;
    }
    void unit(std::uint32_t code, std::string& out) {
        const bool low = code >= 0xDC00 && code < 0xE000;
        if (high_ != 0 && low) {
            append_utf8(out, 0x10000U + ((high_ - 0xD800U) << 10U) + (code - 0xDC00U));
            high_ = 0;
            return;
        }
        if (high_ != 0) out += kUndecodable;
        high_ = code >= 0xD800 && code < 0xDC00 ? code : 0;
        if (low) out += kUndecodable;
        else if (high_ == 0) append_utf8(out, code);
    }
    bool big_ = false;
    std::optional<std::uint32_t> half_;
    std::uint32_t high_ = 0;   // a surrogate that waits for its other half
};

}  // namespace

std::string_view to_string(Encoding encoding) {
    switch (encoding) {
        case Encoding::latin1: return "latin-1";
        case Encoding::windows1252: return "windows-1252";
        case Encoding::utf16: return "utf-16";
        default: return "utf-8";
    }
}

std::unique_ptr<ByteSource> decoded(std::unique_ptr<ByteSource> bytes, Encoding encoding) {
    if (encoding == Encoding::utf8) return bytes;
    if (encoding == Encoding::utf16) return std::make_unique<TwoBytes>(std::move(bytes));
    return std::make_unique<OneByte>(std::move(bytes), encoding == Encoding::windows1252);
}

}  // namespace crossfoot::table
