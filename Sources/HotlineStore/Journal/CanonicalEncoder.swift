import HotlineDomain

/// Synthesised coding's way to a `CanonicalWriter`: what events, set-ups and
/// handover items are made of, which is objects, lists, texts, whole numbers and
/// truth values. Fractions, references to a superclass and dictionaries by number
/// are in none of them and are refused, not written in some form.
struct CanonicalEncoder: Encoder {
    fileprivate let writer: CanonicalWriter

    /// `value` as canonical JSON. Throws `EncodingError` for what has no such form, and `Refusal` for a text
    /// that not every engine keeps.
    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = CanonicalEncoder(writer: CanonicalWriter())
        try encoder.encode(value)
        guard !encoder.writer.isRefused else { throw encoder.refused(value) }
        guard !encoder.writer.hasZeroByte else { throw Refusal.zeroByte }
        return encoder.writer.bytes
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(CanonicalObject(encoder: self, level: writer.begin(isObject: true)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        CanonicalList(encoder: self, level: writer.begin(isObject: false))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { CanonicalValue(encoder: self) }

    /// Everything `value` opens is complete when its coding is.
    fileprivate func encode(_ value: some Encodable) throws {
        let depth = writer.depth
        try value.encode(to: self)
        writer.close(to: depth)
    }

    fileprivate func refused(_ value: Any) -> EncodingError {
        .invalidValue(value, EncodingError.Context(codingPath: [], debugDescription: "no canonical form"))
    }
}

/// Members of one object.
private struct CanonicalObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: CanonicalEncoder
    let level: Int

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {
        encoder.writer.beginPart(key.stringValue, level: level)
        encoder.writer.writeNull()
    }

    func encode(_ value: String, forKey key: Key) {
        encoder.writer.beginPart(key.stringValue, level: level)
        encoder.writer.write(value)
    }

    func encode(_ value: Int, forKey key: Key) {
        encoder.writer.beginPart(key.stringValue, level: level)
        encoder.writer.write(value)
    }

    func encode(_ value: Bool, forKey key: Key) {
        encoder.writer.beginPart(key.stringValue, level: level)
        encoder.writer.write(value)
    }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        encoder.writer.beginPart(key.stringValue, level: level)
        try encoder.encode(value)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        encoder.writer.beginPart(key.stringValue, level: level)
        return encoder.container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder.writer.beginPart(key.stringValue, level: level)
        return encoder.unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        encoder.writer.refuse()
        return encoder
    }

    func superEncoder(forKey key: Key) -> any Encoder { superEncoder() }
}

/// Elements of one list.
private struct CanonicalList: UnkeyedEncodingContainer {
    let encoder: CanonicalEncoder
    let level: Int

    var codingPath: [any CodingKey] { [] }
    var count: Int { encoder.writer.count(level: level) }

    func encodeNil() {
        encoder.writer.beginPart(level: level)
        encoder.writer.writeNull()
    }

    func encode(_ value: some Encodable) throws {
        encoder.writer.beginPart(level: level)
        try encoder.encode(value)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        encoder.writer.beginPart(level: level)
        return encoder.container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        encoder.writer.beginPart(level: level)
        return encoder.unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        encoder.writer.refuse()
        return encoder
    }
}

/// A text, a number or a truth value.
private struct CanonicalValue: SingleValueEncodingContainer {
    let encoder: CanonicalEncoder

    var codingPath: [any CodingKey] { [] }

    func encodeNil() { encoder.writer.writeNull() }
    func encode(_ value: Bool) { encoder.writer.write(value) }
    func encode(_ value: String) { encoder.writer.write(value) }
    func encode(_ value: Int64) { encoder.writer.write(value) }
    func encode(_ value: Double) throws { throw encoder.refused(value) }
    func encode(_ value: Float) throws { throw encoder.refused(value) }
    func encode(_ value: some Encodable & FixedWidthInteger) { encoder.writer.write(value) }
    func encode(_ value: some Encodable) throws { try encoder.encode(value) }
}
