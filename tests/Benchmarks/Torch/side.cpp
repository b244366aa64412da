// The floor: the same steps in C++ on libtorch. Reads "case steps" lines, answers with microseconds a step.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <functional>
#include <iostream>
#include <map>
#include <ctime>
#include <torch/csrc/autograd/autograd.h>

using Step = std::function<void()>;

static double seconds(bool cpu) {
  timespec now{};
  clock_gettime(cpu ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static void train(const at::Tensor& loss, std::vector<at::Tensor>& parameters) {
  torch::autograd::backward({loss}, {});
  at::NoGradGuard unrecorded;
  for (auto& p : parameters) {
    p.add_(p.grad(), -0.01);
    p.mutable_grad().zero_();
  }
}

static Step scratch(int64_t batch, int64_t steps, int64_t features, int64_t hidden) {
  auto x = at::randn({steps, batch, features});
  std::vector<at::Tensor> p = {at::randn({features, 4 * hidden}).mul_(0.1), at::randn({hidden, 4 * hidden}).mul_(0.1), at::zeros({4 * hidden})};
  for (auto& one : p) one.set_requires_grad(true);
  return [=]() mutable {
    auto h = at::zeros({batch, hidden});
    auto c = at::zeros({batch, hidden});
    for (int64_t t = 0; t < steps; t++) {
      auto gates = (x.select(0, t).mm(p[0]) + h.mm(p[1]) + p[2]).chunk(4, 1);
      c = gates[1].sigmoid() * c + gates[0].sigmoid() * gates[2].tanh();
      h = gates[3].sigmoid() * c.tanh();
    }
    train((h * h).mean(), p);
  };
}

static Step layer(bool lstm, int64_t batch, int64_t steps, int64_t features, int64_t hidden) {
  auto x = at::randn({batch, steps, features});
  const int64_t gates = lstm ? 4 : 3;
  std::vector<at::Tensor> p = {
      at::randn({gates * hidden, features}).mul_(0.1), at::randn({gates * hidden, hidden}).mul_(0.1),
      at::zeros({gates * hidden}), at::zeros({gates * hidden})};
  for (auto& one : p) one.set_requires_grad(true);
  return [=]() mutable {
    auto h = at::zeros({1, batch, hidden});
    auto y = lstm ? std::get<0>(at::lstm(x, {h, at::zeros({1, batch, hidden})}, p, true, 1, 0.0, true, false, true))
                  : std::get<0>(at::gru(x, h, p, true, 1, 0.0, true, false, true));
    train((y * y).mean(), p);
  };
}

int main(int argc, char** argv) {
  at::set_num_threads(argc > 1 ? std::stoi(argv[1]) : 1);
  const bool cpu = argc > 2 && std::string(argv[2]) == "cpu";
  auto a = at::randn({16, 16}), b = at::randn({16, 16});
  std::map<std::string, Step> cases = {
      {"scratch-100x28x28-128", scratch(100, 28, 28, 128)},
      {"scratch-16x50x8-16", scratch(16, 50, 8, 16)},
      {"lstm-100x28x28-128", layer(true, 100, 28, 28, 128)},
      {"gru-16x50x8-16", layer(false, 16, 50, 8, 16)},
      {"mm-16x16", [=] { a.mm(b); }},
  };
  std::cout << "ready" << std::endl;
  std::string name;
  int64_t count;
  while (std::cin >> name >> count) {
    auto& step = cases.at(name);
    const double start = seconds(cpu);
    for (int64_t i = 0; i < count; i++) step();
    std::cout << (seconds(cpu) - start) / count * 1e6 << std::endl;
  }
}
