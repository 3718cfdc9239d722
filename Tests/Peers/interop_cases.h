// The cases of gRPC's doc/interop-test-descriptions.md; a failed one throws.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "grpc/testing/test.grpc.pb.h"
#include "interop.h"

namespace interop {

class Cases {
 public:
  explicit Cases(Flags flags);
  void Run(const std::string& name);

 private:
  using Stub = grpc::testing::TestService::Stub;

  std::shared_ptr<grpc::Channel> MakeChannel() const;

  void EmptyUnary();
  void LargeUnary();
  void ClientStreaming();
  void ServerStreaming();
  void PingPong();
  void EmptyStream();
  void ClientCompressedUnary();
  void ServerCompressedUnary();
  void ClientCompressedStreaming();
  void ServerCompressedStreaming();
  void CustomMetadata();
  void StatusCodeAndMessage();
  void SpecialStatusMessage();
  void UnimplementedMethod();
  void UnimplementedService();
  void CancelAfterBegin();
  void CancelAfterFirstResponse();
  void TimeoutOnSleepingServer();
  void ConcurrentLargeUnary();
  void Soak(bool is_shared);

  Flags flags_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<Stub> stub_;
};

}  // namespace interop
