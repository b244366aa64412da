// Any operator of ATen, by its schema name, called boxed through the dispatcher (autograd included).
#include "shim.h"

#include <ATen/core/Generator.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>
#include <cstdlib>
#include <cstring>

namespace {
struct Argument {
  c10::TypeKind kind;     // of the value, or of a list's elements
  bool list;
  bool optional;          // None is a value
  bool optional_elements; // Tensor?[]
  bool has_default;
  int32_t fixed_size;     // of a list that a single number may stand for, else 0
  c10::IValue default_value;
  std::string name;
};

using Unary = at::Tensor(const at::Tensor&);
using Binary = at::Tensor(const at::Tensor&, const at::Tensor&);
using Sum = at::Tensor(const at::Tensor&, const at::Tensor&, const at::Scalar&); // a + alpha * b

struct Operator {
  c10::OperatorHandle handle;
  std::vector<Argument> arguments;
  c10::optional<c10::TypedOperatorHandle<Unary>> unary; // of these three at most one
  c10::optional<c10::TypedOperatorHandle<Binary>> binary;
  c10::optional<c10::TypedOperatorHandle<Sum>> sum;
};

Argument argument_of(const c10::Argument& from) {
  Argument to{};
  to.name = from.name();
  to.fixed_size = from.N().value_or(0);
  c10::TypePtr type = from.type();
  if (auto optional = type->cast<c10::OptionalType>()) {
    to.optional = true;
    type = optional->getElementType();
  }
  if (auto list = type->cast<c10::ListType>()) {
    to.list = true;
    type = list->getElementType();
    if (auto optional = type->cast<c10::OptionalType>()) {
      to.optional_elements = true;
      type = optional->getElementType();
    }
  }
  to.kind = type->kind();
  to.has_default = from.default_value().has_value();
  if (to.has_default) to.default_value = *from.default_value();
  return to;
}

[[noreturn]] void mismatch(const Argument& to) {
  TORCH_CHECK_TYPE(false, "argument '", to.name, "' has the wrong type");
}

c10::IValue list_value(const Value& from, const Argument& to) {
  if (from.kind == Kind::Tensors && to.kind == c10::TypeKind::TensorType) {
    auto handles = static_cast<void**>(from.p);
    if (to.optional_elements) {
      c10::List<c10::optional<at::Tensor>> list;
      list.reserve(from.count);
      for (int32_t i = 0; i < from.count; i++) {
        list.push_back(handles[i] ? c10::make_optional(borrow(handles[i])) : c10::nullopt);
      }
      return list;
    }
    c10::List<at::Tensor> list;
    list.reserve(from.count);
    for (int32_t i = 0; i < from.count; i++) {
      TORCH_CHECK_VALUE(handles[i], "argument '", to.name, "' has no tensor at position ", i);
      list.push_back(borrow(handles[i]));
    }
    return list;
  }
  if (from.kind == Kind::Ints) {
    auto data = static_cast<int64_t*>(from.p);
    if (to.kind == c10::TypeKind::FloatType) return c10::List<double>(std::vector<double>(data, data + from.count));
    return c10::IValue(c10::IntArrayRef(data, from.count));
  }
  if (from.kind == Kind::Int && to.fixed_size > 0) {
    return c10::IValue(std::vector<int64_t>(to.fixed_size, from.i));
  }
  if (from.kind == Kind::Doubles && to.kind == c10::TypeKind::FloatType) {
    auto data = static_cast<double*>(from.p);
    return c10::IValue(std::vector<double>(data, data + from.count));
  }
  if (from.kind == Kind::Bools && to.kind == c10::TypeKind::BoolType) {
    c10::List<bool> list;
    for (int32_t i = 0; i < from.count; i++) list.push_back(static_cast<uint8_t*>(from.p)[i] != 0);
    return list;
  }
  mismatch(to);
}

c10::IValue value_of(const Value& from, const Argument& to) {
  if (from.kind == Kind::None) {
    TORCH_CHECK_VALUE(to.optional, "argument '", to.name, "' must not be null");
    return c10::IValue();
  }
  if (to.list) return list_value(from, to);
  switch (to.kind) {
    case c10::TypeKind::TensorType:
      if (from.kind == Kind::Tensor) return borrow(from.p);
      break;
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType:
    case c10::TypeKind::ScalarTypeType:
    case c10::TypeKind::LayoutType:
    case c10::TypeKind::MemoryFormatType:
      if (from.kind == Kind::Int) return from.i;
      break;
    case c10::TypeKind::FloatType:
      if (from.kind == Kind::Double) return from.d;
      if (from.kind == Kind::Int) return static_cast<double>(from.i);
      break;
    case c10::TypeKind::BoolType:
      if (from.kind == Kind::Bool) return from.i != 0;
      break;
    case c10::TypeKind::NumberType:
      if (from.kind == Kind::Int) return from.i;
      if (from.kind == Kind::Double) return from.d;
      if (from.kind == Kind::Bool) return from.i != 0;
      if (from.kind == Kind::Complex) {
        auto parts = static_cast<double*>(from.p);
        return c10::complex<double>(parts[0], parts[1]);
      }
      break;
    case c10::TypeKind::StringType:
      if (from.kind == Kind::String) return std::string(static_cast<char*>(from.p), from.count);
      break;
    case c10::TypeKind::DeviceObjType:
      if (from.kind == Kind::Device) {
        return c10::Device(static_cast<c10::DeviceType>(from.count), static_cast<c10::DeviceIndex>(from.i));
      }
      break;
    case c10::TypeKind::GeneratorType:
      if (from.kind == Kind::Generator) {
        return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(from.p)));
      }
      break;
    default:
      break;
  }
  mismatch(to);
}

template <typename T>
T* allocate(size_t count) {
  void* memory = std::malloc(std::max<size_t>(count, 1) * sizeof(T));
  if (!memory) throw std::bad_alloc();
  return static_cast<T*>(memory);
}

void give_back(at::Tensor&& from, Value& to) {
  const bool fresh = from.defined() && from.has_storage() && from.storage().unique(); // a view holds no memory of its own
  to.kind = from.defined() ? Kind::Tensor : Kind::None;
  to.count = fresh ? static_cast<int32_t>(std::min<size_t>(from.storage().nbytes(), INT32_MAX)) : 0;
  to.p = release(std::move(from));
}

void give_back(c10::IValue&& from, Value& to) {
  to = Value{};
  if (from.isTensor()) {
    give_back(std::move(from).toTensor(), to);
  } else if (from.isTensorList()) {
    auto list = from.toTensorVector();
    auto handles = allocate<void*>(list.size());
    for (size_t i = 0; i < list.size(); i++) handles[i] = release(std::move(list[i]));
    to.kind = Kind::Tensors;
    to.count = static_cast<int32_t>(list.size());
    to.p = handles;
  } else if (from.isInt()) {
    to.kind = Kind::Int;
    to.i = from.toInt();
  } else if (from.isDouble()) {
    to.kind = Kind::Double;
    to.d = from.toDouble();
  } else if (from.isBool()) {
    to.kind = Kind::Bool;
    to.i = from.toBool();
  } else if (from.isComplexDouble()) {
    auto number = allocate<c10::complex<double>>(1);
    *number = from.toComplexDouble();
    to.kind = Kind::Complex;
    to.count = 2;
    to.p = number;
  } else {
    TORCH_CHECK(from.isNone(), "a result of type ", from.tagKind(), " is not known here");
  }
}

// The operator's C++ type, if its schema is count tensors and perhaps a factor, with one new tensor or view as its result.
template <typename Type>
c10::optional<c10::TypedOperatorHandle<Type>> typed(const Operator& op, size_t tensors, size_t numbers) {
  const auto& schema = op.handle.schema();
  if (op.arguments.size() != tensors + numbers || schema.returns().size() != 1) return c10::nullopt;
  if (schema.returns()[0].type()->kind() != c10::TypeKind::TensorType) return c10::nullopt;
  for (size_t i = 0; i < op.arguments.size(); i++) {
    const Argument& argument = op.arguments[i];
    const auto* alias = schema.arguments()[i].alias_info();
    const auto wanted = i < tensors ? c10::TypeKind::TensorType : c10::TypeKind::NumberType;
    if (argument.kind != wanted || argument.list || argument.optional || (alias && alias->isWrite())) return c10::nullopt;
    if (i >= tensors && !argument.has_default) return c10::nullopt;
  }
  return op.handle.typed<Type>();
}

// A tensor is one pointer: a handle can be read as one, without counting a user in and out.
static_assert(sizeof(at::Tensor) == sizeof(void*), "a tensor is a pointer");
const at::Tensor& read(const Value& value) { return reinterpret_cast<const at::Tensor&>(value.p); }

// Most of a training step are operators of one or two tensors: called by their C++ type they need no boxes, which saves an
// eighth of a small operator's time.
bool call_unboxed(const Operator& op, const Value* v, int32_t count, Value* results, int32_t room) {
  if (room != 1 || count < 1 || count > 2 || v[0].kind != Kind::Tensor || (count == 2 && v[1].kind != Kind::Tensor)) return false;
  if (count == 1 && op.unary) {
    give_back(op.unary->call(read(v[0])), *results);
  } else if (count == 2 && op.binary) {
    give_back(op.binary->call(read(v[0]), read(v[1])), *results);
  } else if (count == 2 && op.sum) {
    give_back(op.sum->call(read(v[0]), read(v[1]), op.arguments[2].default_value.toScalar()), *results);
  } else {
    return false;
  }
  return true;
}

thread_local torch::jit::Stack spare; // keeps its memory from call to call
} // namespace

RT_API int32_t rt_find(const char* name, const char* overload, Operator** out) {
  return guarded([&] {
    auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
    TORCH_CHECK(handle.has_value(), "this libtorch has no operator ", name, *overload ? "." : "", overload);
    auto op = std::make_unique<Operator>(Operator{*handle, {}, {}, {}, {}});
    for (const auto& argument : handle->schema().arguments()) op->arguments.push_back(argument_of(argument));
    op->unary = typed<Unary>(*op, 1, 0);
    op->binary = typed<Binary>(*op, 2, 0);
    op->sum = typed<Sum>(*op, 2, 1);
    *out = op.release(); // lives as long as the process, as the managed side's static fields do
  });
}

// Missing trailing arguments take the schema's defaults. With room for no results, they are dropped.
RT_API int32_t rt_call(const Operator* op, const Value* arguments, int32_t count, Value* results, int32_t room) {
  return guarded([&] {
    if (call_unboxed(*op, arguments, count, results, room)) return;
    torch::jit::Stack stack = std::move(spare); // an exception takes its values with it
    stack.clear();
    const auto wanted = op->arguments.size();
    TORCH_CHECK(static_cast<size_t>(count) <= wanted, "too many arguments");
    for (size_t i = 0; i < wanted; i++) {
      const Argument& argument = op->arguments[i];
      if (i < static_cast<size_t>(count)) {
        stack.push_back(value_of(arguments[i], argument));
      } else {
        TORCH_CHECK(argument.has_default, "argument '", argument.name, "' is missing");
        stack.push_back(argument.default_value);
      }
    }
    op->handle.callBoxed(&stack);
    TORCH_CHECK(room == 0 || static_cast<size_t>(room) == stack.size(), stack.size(), " results, ", room, " expected");
    for (int32_t i = 0; i < room; i++) give_back(std::move(stack[i]), results[i]);
    stack.clear();
    spare = std::move(stack);
  });
}
