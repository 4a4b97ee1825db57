# What has to be installed, as Debian and Ubuntu name it; docs/decisions/0002-dependencies.md says what each is for.
# Read by scripts/demo, scripts/test and bench/run.

program_packages=(
  cmake ninja-build g++ pkg-config
  libboost-dev libfmt-dev libtomlplusplus-dev libre2-dev libutf8proc-dev libcli11-dev libz3-dev
  zlib1g-dev libzstd-dev nlohmann-json3-dev
)
test_packages=(libgtest-dev librapidcheck-dev zsh fish groff-base mandoc python3 python3-yaml)
bench_packages=(libbenchmark-dev python3)
# For scripts/test-browser; Node.js and npm besides, where they are not there.
browser_packages=(chromium fonts-dejavu-core fonts-liberation)
