// Written by protoc-gen-smart-cooking from smartcooking/suggestion/v1/preferences.proto. Do not edit.
// swift-format-ignore-file

import CContracts
import CProtobufC
package import Protobuf

/// How old the caller is, as coarsely as it matters.
package enum AgeBand: MessageEnum {
  /// Not said.
  case unspecified
  /// 13 to 17 years.
  case from13To17
  /// 18 to 25 years.
  case from18To25
  /// 26 to 35 years.
  case from26To35
  /// 36 to 45 years.
  case from36To45
  /// 46 to 55 years.
  case from46To55
  /// 56 years and more.
  case from56
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .from13To17
    case 2: self = .from18To25
    case 3: self = .from26To35
    case 4: self = .from36To45
    case 5: self = .from46To55
    case 6: self = .from56
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .from13To17: 1
    case .from18To25: 2
    case .from26To35: 3
    case .from36To45: 4
    case .from46To55: 5
    case .from56: 6
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "AGE_BAND_UNSPECIFIED"
    case .from13To17: "AGE_BAND_FROM_13_TO_17"
    case .from18To25: "AGE_BAND_FROM_18_TO_25"
    case .from26To35: "AGE_BAND_FROM_26_TO_35"
    case .from36To45: "AGE_BAND_FROM_36_TO_45"
    case .from46To55: "AGE_BAND_FROM_46_TO_55"
    case .from56: "AGE_BAND_FROM_56"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [AgeBand] = [
    .unspecified,
    .from13To17,
    .from18To25,
    .from26To35,
    .from36To45,
    .from46To55,
    .from56,
  ]
}

/// The caller's gender.
package enum Gender: MessageEnum {
  /// Not said.
  case unspecified
  /// A woman.
  case female
  /// A man.
  case male
  /// Neither.
  case other
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .female
    case 2: self = .male
    case 3: self = .other
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .female: 1
    case .male: 2
    case .other: 3
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "GENDER_UNSPECIFIED"
    case .female: "GENDER_FEMALE"
    case .male: "GENDER_MALE"
    case .other: "GENDER_OTHER"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [Gender] = [
    .unspecified,
    .female,
    .male,
    .other,
  ]
}

/// What every suggestion for the caller respects. Nothing here says who the caller is.
package struct Preferences: Message {
  /// Diets that the caller keeps; each different.
  package var diets: [Diet] = []

  /// Allergies; each different. No recipe with such an ingredient is ever suggested.
  package var allergies: [AllergenGroup] = []

  /// Ids of foods that the caller does not eat, at most 50; excluded like allergies.
  package var avoidedIngredientIds: [String] = []

  /// Methods that come first, at most 10, each different.
  package var preferredMethods: [CookingMethod] = []

  /// Cuisines that come first, in lower case, at most 10, each at most 50 characters.
  package var preferredCuisines: [String] = []

  /// For the amount and the taste; may be left out.
  package var ageBand: AgeBand = AgeBand()

  /// For the amount and the taste; may be left out.
  package var gender: Gender = Gender()

  /// Where the caller cooks, ISO 3166-1 alpha-2, such as `VN`; may be left out.
  package var country: String = ""

  /// Latest change; output only, absent when nothing was ever set.
  package var updateTime: Google_Protobuf_Timestamp?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    diets: [Diet] = [],
    allergies: [AllergenGroup] = [],
    avoidedIngredientIds: [String] = [],
    preferredMethods: [CookingMethod] = [],
    preferredCuisines: [String] = [],
    ageBand: AgeBand = AgeBand(),
    gender: Gender = Gender(),
    country: String = "",
    updateTime: Google_Protobuf_Timestamp? = nil
  ) {
    self.diets = diets
    self.allergies = allergies
    self.avoidedIngredientIds = avoidedIngredientIds
    self.preferredMethods = preferredMethods
    self.preferredCuisines = preferredCuisines
    self.ageBand = ageBand
    self.gender = gender
    self.country = country
    self.updateTime = updateTime
  }
}

/// Asks for the caller's preferences.
package struct GetPreferencesRequest: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

/// Carries the caller's preferences.
package struct GetPreferencesResponse: Message {
  /// The preferences.
  package var preferences: Preferences?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    preferences: Preferences? = nil
  ) {
    self.preferences = preferences
  }
}

/// A change of the caller's preferences.
package struct UpdatePreferencesRequest: Message {
  /// The new values; required.
  package var preferences: Preferences?

  /// Fields to change, relative to `preferences`, such as `allergies,country`; a field that
  /// `preferences` lacks is emptied. Without a mask the fields that `preferences` has are changed;
  /// `*` changes all.
  package var updateMask: Google_Protobuf_FieldMask?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    preferences: Preferences? = nil,
    updateMask: Google_Protobuf_FieldMask? = nil
  ) {
    self.preferences = preferences
    self.updateMask = updateMask
  }
}

/// The preferences are changed.
package struct UpdatePreferencesResponse: Message {
  /// The preferences as they are now.
  package var preferences: Preferences?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    preferences: Preferences? = nil
  ) {
    self.preferences = preferences
  }
}

extension Preferences {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.Preferences", smartcooking__suggestion__v1__preferences__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__Preferences.self)
    unsafe self.diets = copier.enums(c.pointee.n_diets, c.pointee.diets)
    unsafe self.allergies = copier.enums(c.pointee.n_allergies, c.pointee.allergies)
    unsafe self.avoidedIngredientIds = copier.strings(c.pointee.n_avoided_ingredient_ids, c.pointee.avoided_ingredient_ids)
    unsafe self.preferredMethods = copier.enums(c.pointee.n_preferred_methods, c.pointee.preferred_methods)
    unsafe self.preferredCuisines = copier.strings(c.pointee.n_preferred_cuisines, c.pointee.preferred_cuisines)
    unsafe self.ageBand = AgeBand(rawValue: c.pointee.age_band)
    unsafe self.gender = Gender(rawValue: c.pointee.gender)
    unsafe self.country = copier.string(c.pointee.country)
    unsafe self.updateTime = copier.message(c.pointee.update_time)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__Preferences.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__preferences__type()
    if !self.diets.isEmpty {
      unsafe c.pointee.n_diets = self.diets.count
      unsafe c.pointee.diets = arena.enums(self.diets)
    }
    if !self.allergies.isEmpty {
      unsafe c.pointee.n_allergies = self.allergies.count
      unsafe c.pointee.allergies = arena.enums(self.allergies)
    }
    if !self.avoidedIngredientIds.isEmpty {
      unsafe c.pointee.n_avoided_ingredient_ids = self.avoidedIngredientIds.count
      unsafe c.pointee.avoided_ingredient_ids = arena.strings(self.avoidedIngredientIds)
    }
    if !self.preferredMethods.isEmpty {
      unsafe c.pointee.n_preferred_methods = self.preferredMethods.count
      unsafe c.pointee.preferred_methods = arena.enums(self.preferredMethods)
    }
    if !self.preferredCuisines.isEmpty {
      unsafe c.pointee.n_preferred_cuisines = self.preferredCuisines.count
      unsafe c.pointee.preferred_cuisines = arena.strings(self.preferredCuisines)
    }
    if self.ageBand.rawValue != 0 {
      unsafe c.pointee.has_age_band = 1
      unsafe c.pointee.age_band = self.ageBand.rawValue
    }
    if self.gender.rawValue != 0 {
      unsafe c.pointee.has_gender = 1
      unsafe c.pointee.gender = self.gender.rawValue
    }
    if !self.country.isEmpty {
      unsafe c.pointee.has_country = 1
      unsafe c.pointee.country = arena.string(self.country)
    }
    if let value = self.updateTime { unsafe c.pointee.update_time = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetPreferencesRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.GetPreferencesRequest", smartcooking__suggestion__v1__get_preferences_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__GetPreferencesRequest.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__GetPreferencesRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__get_preferences_request__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetPreferencesResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.GetPreferencesResponse", smartcooking__suggestion__v1__get_preferences_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__GetPreferencesResponse.self)
    unsafe self.preferences = copier.message(c.pointee.preferences)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__GetPreferencesResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__get_preferences_response__type()
    if let value = self.preferences { unsafe c.pointee.preferences = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension UpdatePreferencesRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.UpdatePreferencesRequest", smartcooking__suggestion__v1__update_preferences_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__UpdatePreferencesRequest.self)
    unsafe self.preferences = copier.message(c.pointee.preferences)
    unsafe self.updateMask = copier.message(c.pointee.update_mask)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__UpdatePreferencesRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__update_preferences_request__type()
    if let value = self.preferences { unsafe c.pointee.preferences = arena.message(value) }
    if let value = self.updateMask { unsafe c.pointee.update_mask = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension UpdatePreferencesResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.UpdatePreferencesResponse", smartcooking__suggestion__v1__update_preferences_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__UpdatePreferencesResponse.self)
    unsafe self.preferences = copier.message(c.pointee.preferences)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__UpdatePreferencesResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__update_preferences_response__type()
    if let value = self.preferences { unsafe c.pointee.preferences = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
