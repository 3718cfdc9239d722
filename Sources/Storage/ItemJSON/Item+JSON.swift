package import AWS
package import SingleTable

/// Items and keys as objects of their attributes: `{"PK": {"S": "RECIPE#pho"}, …}`.
extension Item {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      for attribute in attributes {
        json.name(attribute.name)
        attribute.value.write(to: &json)
      }
    }
  }

  /// Nil when an attribute cannot be read.
  package init?(_ json: JSON) {
    guard let members = json.members else { return nil }
    self.init()
    for member in members {
      guard let value = AttributeValue(member.value) else { return nil }
      self[member.name] = value
    }
  }
}

extension Key {
  package func write(to json: inout JSONWriter) { Item(self).write(to: &json) }
}
