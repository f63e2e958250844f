"""Schemas and documents made by hand from the parts of XML Schema 1.0, with the verdict that the recommendation gives.

Each case: a title, the body of the schema `main.xsd` (or all of its files, by name), and documents, the valid ones first.
"""

XS = "http://www.w3.org/2001/XMLSchema"
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def schema(body, attributes=""):
    return f'<xs:schema xmlns:xs="{XS}" {attributes}>{body}</xs:schema>'


def simple(base, facets):
    return schema(f'<xs:element name="r"><xs:simpleType><xs:restriction base="xs:{base}">{facets}</xs:restriction></xs:simpleType></xs:element>')


def complex_type(body):
    return schema(f'<xs:element name="r"><xs:complexType>{body}</xs:complexType></xs:element>')


def values(*texts):
    return [f"<r>{text}</r>" for text in texts]


def typed(base, good, bad):
    return (f"type {base}", schema(f'<xs:element name="r" type="xs:{base}"/>'), values(*good), values(*bad))


TYPES = [
    typed("boolean", ["true", "0", " 1 "], ["TRUE", "yes", ""]),
    typed("decimal", ["1.50", "-.5", "+3."], ["1e3", "", "1,5", "INF"]),
    typed("integer", ["-0", "+12", "007"], ["1.0", "a"]),
    typed("byte", ["-128", "127"], ["-129", "128"]),
    typed("unsignedByte", ["0", "255"], ["-1", "256"]),
    typed("positiveInteger", ["1"], ["0", "-1"]),
    typed("nonPositiveInteger", ["0", "-7"], ["1"]),
    typed("double", ["1E-3", "INF", "-INF", "NaN"], ["+INF", "nan", "1e"]),
    typed("date", ["2024-02-29", "2017-10-31Z", "-0004-01-01+14:00"], ["2023-02-29", "2017-13-01", "17-10-31", "2017-10-31+15:00"]),
    typed("dateTime", ["2017-10-31T23:59:59.5Z", "2017-10-31T24:00:00"], ["2017-10-31", "2017-10-31T24:00:01", "2017-10-31T25:00:00"]),
    typed("time", ["00:00:00", "12:30:00+01:00"], ["12:30", "24:00:01", "12:60:00"]),
    typed("duration", ["P1Y2M3DT4H", "-P1D", "PT0.5S"], ["P", "1Y", "PT", "P-1Y"]),
    typed("gYear", ["2017", "-0500"], ["17"]),
    typed("gYearMonth", ["2017-10"], ["2017-13", "2017"]),
    typed("gMonthDay", ["--02-29"], ["--02-30", "02-29"]),
    typed("hexBinary", ["0aFF", ""], ["0", "0g"]),
    typed("base64Binary", ["AQID", "AQI="], ["AQ", "A*=="]),
    typed("language", ["en", "zh-Hans"], ["e_n", "", "toolongtag"]),
    typed("NCName", ["a.b-1", " a "], ["1a", "a:b", "a b"]),
    typed("NMTOKEN", ["1-a:b"], ["a b", ""]),
    typed("NMTOKENS", ["a b", "a"], ["", "a,b"]),
    typed("token", ["a b", "  a   b "], []),
    typed("anyURI", ["http://a/b", "", "a b"], []),
    typed("QName", ["a"], ["a:b", "1"]),
]

FACETS = [
    ("length", simple("string", '<xs:length value="3"/>'), values("abc", "\U0001f30d\u00e9x"), values("ab", "abcd")),
    ("length of a collapsed token", simple("token", '<xs:length value="3"/>'), values("  a  b  "), values("a  bc")),
    ("minLength and maxLength", simple("string", '<xs:minLength value="1"/><xs:maxLength value="2"/>'), values("a", "ab"), values("", "abc")),
    ("length of a list", schema(
        '<xs:element name="r"><xs:simpleType><xs:restriction><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType><xs:length value="2"/></xs:restriction></xs:simpleType></xs:element>'
    ), values("1 2"), values("1", "1 2 3", "1 b")),
    ("bounds", simple("int", '<xs:minInclusive value="1"/><xs:maxExclusive value="10"/>'), values("1", "9"), values("0", "10")),
    ("bounds of dates", simple("date", '<xs:minExclusive value="2017-01-01"/>'), values("2017-01-02"), values("2017-01-01", "2016-12-31")),
    ("digits", simple("decimal", '<xs:totalDigits value="4"/><xs:fractionDigits value="2"/>'), values("12.34", "001.50"), values("1.234", "12345")),
    ("enumeration", simple("string", '<xs:enumeration value="a"/><xs:enumeration value="b"/>'), values("a", "b"), values("c", " a", "")),
    ("enumeration of values, not of words", simple("decimal", '<xs:enumeration value="1.0"/>'), values("1", "1.00"), values("2")),
    ("two patterns in one step are one or the other", simple("string", '<xs:pattern value="a+"/><xs:pattern value="b+"/>'), values("aa", "b"), values("ab", "")),
    ("patterns in two steps are both", schema(
        '<xs:simpleType name="t"><xs:restriction base="xs:string"><xs:pattern value="[a-m]+"/></xs:restriction></xs:simpleType><xs:element name="r"><xs:simpleType><xs:restriction base="t"><xs:pattern value="[g-z]+"/></xs:restriction></xs:simpleType></xs:element>'
    ), values("gm"), values("a", "z")),
    ("classes in patterns", simple("string", r'<xs:pattern value="\p{Lu}\d{2}[^\s]\i\c*"/>'), values("É12xa-1"), values("é12xa", "A1xa", "A12 a")),
    ("subtraction in patterns", simple("string", '<xs:pattern value="[a-z-[aeiou]]+"/>'), values("xyz"), values("abc")),
    ("a pattern is anchored, and knows no ^", simple("string", '<xs:pattern value="a\\^b"/>'), values("a^b"), values("xa^b", "ab")),
    ("whiteSpace replace", simple("string", '<xs:whiteSpace value="replace"/><xs:enumeration value="a b"/>'), values("a b", "a\nb"), values("a  b")),
    ("whiteSpace collapse", simple("string", '<xs:whiteSpace value="collapse"/><xs:enumeration value="a b"/>'), values(" a \n b "), values("ab")),
    ("a union", schema(
        '<xs:element name="r"><xs:simpleType><xs:union memberTypes="xs:int xs:date"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="none"/></xs:restriction></xs:simpleType></xs:union></xs:simpleType></xs:element>'
    ), values("1", "2017-10-31", "none"), values("some", "2017-13-31")),
    ("a list of a union", schema(
        '<xs:simpleType name="u"><xs:union memberTypes="xs:int xs:boolean"/></xs:simpleType><xs:element name="r"><xs:simpleType><xs:list itemType="u"/></xs:simpleType></xs:element>'
    ), values("1 true 2", ""), values("1 yes")),
]  # fmt: skip

PARTICLES = [
    ("a sequence", complex_type('<xs:sequence><xs:element name="a"/><xs:element name="b" minOccurs="0"/><xs:element name="c" maxOccurs="2"/></xs:sequence>'),
     ["<r><a/><c/></r>", "<r><a/><b/><c/><c/></r>", "<r> <a/>\n<c/></r>"], ["<r><a/></r>", "<r><b/><c/></r>", "<r><c/><a/></r>", "<r><a/><c/><c/><c/></r>", "<r>x<a/><c/></r>"]),
    ("a choice", complex_type('<xs:choice maxOccurs="2"><xs:element name="a"/><xs:element name="b"/></xs:choice>'),
     ["<r><a/></r>", "<r><b/><a/></r>"], ["<r/>", "<r><a/><a/><a/></r>", "<r><c/></r>"]),
    ("an empty choice allows nothing, not even nothing", complex_type("<xs:choice/>"), [], ["<r><a/></r>"]),
    ("an all group", complex_type('<xs:all><xs:element name="a"/><xs:element name="b" minOccurs="0"/><xs:element name="c"/></xs:all>'),
     ["<r><c/><a/></r>", "<r><b/><c/><a/></r>"], ["<r><a/></r>", "<r><a/><c/><a/></r>", "<r/>"]),
    ("an all group that may be left out", complex_type('<xs:all minOccurs="0"><xs:element name="a"/></xs:all>'), ["<r/>", "<r><a/></r>"], ["<r><a/><a/></r>"]),
    ("nested groups with counts", complex_type(
        '<xs:sequence minOccurs="2" maxOccurs="3"><xs:element name="a"/><xs:choice minOccurs="0"><xs:element name="b"/><xs:element name="c"/></xs:choice></xs:sequence>'
    ), ["<r><a/><a/></r>", "<r><a/><b/><a/><c/><a/></r>"], ["<r><a/><b/></r>", "<r><a/><b/><c/><a/></r>", "<r><a/><a/><a/><a/></r>"]),
    ("a count of 300", complex_type('<xs:sequence><xs:element name="a" minOccurs="300" maxOccurs="300"/></xs:sequence>'),
     ["<r>" + "<a/>" * 300 + "</r>"], ["<r>" + "<a/>" * 299 + "</r>", "<r>" + "<a/>" * 301 + "</r>"]),
    ("a named group", schema(
        '<xs:group name="g"><xs:sequence><xs:element name="a"/></xs:sequence></xs:group><xs:element name="r"><xs:complexType><xs:sequence><xs:group ref="g" maxOccurs="unbounded"/><xs:element name="z"/></xs:sequence></xs:complexType></xs:element>'
    ), ["<r><a/><a/><z/></r>"], ["<r><z/></r>", "<r><a/></r>"]),
    ("empty content", complex_type(""), ["<r/>", "<r></r>", "<r><!-- x --></r>"], ["<r> </r>", "<r>x</r>", "<r><a/></r>"]),
    ("mixed content", schema('<xs:element name="r"><xs:complexType mixed="true"><xs:sequence><xs:element name="a"/></xs:sequence></xs:complexType></xs:element>'),
     ["<r>x<a/>y</r>"], ["<r>x</r>", "<r>x<b/></r>"]),
    ("an element of any type", schema('<xs:element name="r"/>'), ["<r>x<y z='1'/></r>"], ["<q/>"]),
    ("a recursive type", schema(
        '<xs:complexType name="t"><xs:sequence><xs:element name="t" type="t" minOccurs="0"/></xs:sequence></xs:complexType><xs:element name="r" type="t"/>'
    ), ["<r><t><t/></t></r>"], ["<r><t><r/></t></r>"]),
    ("a local element in no namespace", schema(
        '<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a"/></xs:sequence></xs:complexType></xs:element>', 'targetNamespace="urn:t"'
    ), ['<r xmlns="urn:t"><a xmlns=""/></r>'], ['<r xmlns="urn:t"><a/></r>', "<r><a/></r>"]),
    ("qualified local elements", schema(
        '<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a"/></xs:sequence></xs:complexType></xs:element>', 'targetNamespace="urn:t" elementFormDefault="qualified"'
    ), ['<r xmlns="urn:t"><a/></r>'], ['<r xmlns="urn:t"><a xmlns=""/></r>']),
]  # fmt: skip

ATTRIBUTES = [
    ("required, optional and prohibited attributes", complex_type(
        '<xs:attribute name="a" use="required"/><xs:attribute name="b" type="xs:int"/><xs:attribute name="c" use="prohibited"/>'
    ), ["<r a=''/>", "<r a='1' b='2'/>"], ["<r/>", "<r a='' b='x'/>", "<r a='' c=''/>", "<r a='' d=''/>"]),
    ("a fixed attribute", complex_type('<xs:attribute name="a" type="xs:int" fixed="1"/>'), ["<r/>", "<r a='1'/>", "<r a=' 01 '/>"], ["<r a='2'/>"]),
    ("a default attribute", complex_type('<xs:attribute name="a" type="xs:int" default="1"/>'), ["<r/>", "<r a='7'/>"], ["<r a=''/>"]),
    ("an attribute group", schema(
        '<xs:attributeGroup name="g"><xs:attribute name="a" use="required"/><xs:attribute name="b"/></xs:attributeGroup><xs:element name="r"><xs:complexType><xs:attributeGroup ref="g"/></xs:complexType></xs:element>'
    ), ["<r a='' b=''/>"], ["<r b=''/>"]),
    ("attributes with and without namespace", schema(
        '<xs:attribute name="g"/><xs:element name="r"><xs:complexType><xs:attribute ref="t:g"/><xs:attribute name="l" form="qualified"/><xs:attribute name="u"/></xs:complexType></xs:element>',
        'targetNamespace="urn:t" xmlns:t="urn:t"',
    ), ['<t:r xmlns:t="urn:t" t:g="" t:l="" u=""/>'], ['<t:r xmlns:t="urn:t" g=""/>', '<t:r xmlns:t="urn:t" l=""/>', '<t:r xmlns:t="urn:t" t:u=""/>']),
    ("any attribute of other namespaces", schema(
        '<xs:element name="r"><xs:complexType><xs:anyAttribute namespace="##other" processContents="skip"/></xs:complexType></xs:element>', 'targetNamespace="urn:t"'
    ), ['<r xmlns="urn:t" xmlns:o="urn:o" o:a=""/>', '<r xmlns="urn:t" xml:lang="en"/>'], ['<r xmlns="urn:t" a=""/>', '<t:r xmlns:t="urn:t" t:a=""/>']),
    ("a strict attribute wildcard", complex_type('<xs:anyAttribute processContents="strict"/>').replace("<xs:element name=\"r\"", '<xs:attribute name="a" type="xs:int"/><xs:element name="r"'),
     ["<r a='1'/>"], ["<r a='x'/>", "<r b='1'/>"]),
    ("an ID twice", complex_type('<xs:sequence><xs:element name="a" maxOccurs="9"><xs:complexType><xs:attribute name="id" type="xs:ID"/></xs:complexType></xs:element></xs:sequence>'),
     ["<r><a id='x'/><a id='y'/></r>"], ["<r><a id='x'/><a id='x'/></r>", "<r><a id='1'/></r>"]),
    ("an IDREF without its ID", complex_type(
        '<xs:sequence><xs:element name="a" maxOccurs="9"><xs:complexType><xs:attribute name="id" type="xs:ID"/><xs:attribute name="to" type="xs:IDREF"/></xs:complexType></xs:element></xs:sequence>'
    ), ["<r><a to='y'/><a id='y'/></r>"], ["<r><a id='x' to='y'/></r>"]),
]  # fmt: skip

DERIVATION = [
    ("an extension", schema(
        '<xs:complexType name="b"><xs:sequence><xs:element name="a"/></xs:sequence><xs:attribute name="x"/></xs:complexType><xs:element name="r"><xs:complexType><xs:complexContent><xs:extension base="b"><xs:sequence><xs:element name="c"/></xs:sequence><xs:attribute name="y" use="required"/></xs:extension></xs:complexContent></xs:complexType></xs:element>'
    ), ["<r y='' x=''><a/><c/></r>"], ["<r y=''><c/><a/></r>", "<r y=''><a/></r>", "<r><a/><c/></r>"]),
    ("a restriction", schema(
        '<xs:complexType name="b"><xs:sequence><xs:element name="a" minOccurs="0" maxOccurs="9"/></xs:sequence><xs:attribute name="x"/></xs:complexType><xs:element name="r"><xs:complexType><xs:complexContent><xs:restriction base="b"><xs:sequence><xs:element name="a" maxOccurs="2"/></xs:sequence><xs:attribute name="x" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType></xs:element>'
    ), ["<r><a/></r>", "<r><a/><a/></r>"], ["<r/>", "<r><a/><a/><a/></r>", "<r x=''><a/></r>"]),
    ("simple content with attributes", schema(
        '<xs:element name="r"><xs:complexType><xs:simpleContent><xs:extension base="xs:int"><xs:attribute name="u" use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>'
    ), ["<r u=''>12</r>"], ["<r>12</r>", "<r u=''>x</r>", "<r u=''><a/></r>"]),
    ("xsi:type of a derived type", schema(
        '<xs:complexType name="b"><xs:sequence><xs:element name="a"/></xs:sequence></xs:complexType><xs:complexType name="d"><xs:complexContent><xs:extension base="b"><xs:sequence><xs:element name="c"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType><xs:complexType name="o"/><xs:element name="r" type="b"/>'
    ), ["<r><a/></r>", f"<r {XSI} xsi:type='d'><a/><c/></r>", f"<r {XSI} xsi:type='b'><a/></r>"],
     [f"<r {XSI} xsi:type='d'><a/></r>", f"<r {XSI} xsi:type='o'/>", f"<r {XSI} xsi:type='none'><a/></r>", "<r><a/><c/></r>"]),
    ("xsi:type of a simple type", schema('<xs:element name="r" type="xs:decimal"/>').replace("<xs:schema ", "<xs:schema "),
     [f'<r {XSI} xmlns:xs="{XS}" xsi:type="xs:int">1</r>'], [f'<r {XSI} xmlns:xs="{XS}" xsi:type="xs:int">1.5</r>', f'<r {XSI} xmlns:xs="{XS}" xsi:type="xs:string">1</r>']),
    ("an abstract type", schema(
        '<xs:complexType name="b" abstract="true"/><xs:complexType name="d"><xs:complexContent><xs:extension base="b"/></xs:complexContent></xs:complexType><xs:element name="r" type="b"/>'
    ), [f"<r {XSI} xsi:type='d'/>"], ["<r/>", f"<r {XSI} xsi:type='b'/>"]),
    ("a type that blocks extension", schema(
        '<xs:complexType name="b"/><xs:complexType name="d"><xs:complexContent><xs:extension base="b"/></xs:complexContent></xs:complexType><xs:element name="r" type="b" block="extension"/>'
    ), ["<r/>"], [f"<r {XSI} xsi:type='d'/>"]),
    ("xsi:nil", schema('<xs:element name="r" nillable="true" type="xs:int"/>'),
     [f"<r {XSI} xsi:nil='true'/>", f"<r {XSI} xsi:nil='false'>1</r>", "<r>1</r>"], [f"<r {XSI} xsi:nil='true'>1</r>", "<r/>", f"<r {XSI} xsi:nil='maybe'>1</r>"]),
    ("xsi:nil where it is not allowed", schema('<xs:element name="r" type="xs:string"/>'), ["<r/>"], [f"<r {XSI} xsi:nil='true'/>"]),
    ("xsi:nil of an element with attributes", schema(
        '<xs:element name="r" nillable="true"><xs:complexType><xs:sequence><xs:element name="a"/></xs:sequence><xs:attribute name="x" use="required"/></xs:complexType></xs:element>'
    ), [f"<r x='' {XSI} xsi:nil='1'/>"], [f"<r {XSI} xsi:nil='1'/>", f"<r x='' {XSI} xsi:nil='1'><a/></r>"]),
    ("a fixed element", schema('<xs:element name="r" type="xs:int" fixed="1"/>'), ["<r/>", "<r>1</r>", "<r>01</r>"], ["<r>2</r>"]),
    ("a default element", schema('<xs:element name="r" type="xs:int" default="1"/>'), ["<r/>", "<r>2</r>"], ["<r>x</r>"]),
    ("a fixed value of mixed content", schema('<xs:element name="r" fixed="x"><xs:complexType mixed="true"/></xs:element>'), ["<r>x</r>", "<r/>"], ["<r>y</r>"]),
    ("an abstract element and its substitutes", schema(
        '<xs:element name="h" abstract="true" type="xs:string"/><xs:element name="s" substitutionGroup="h"/><xs:element name="t" substitutionGroup="s"/><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element>'
    ), ["<r><s/></r>", "<r><t/><s/></r>"], ["<r><h/></r>", "<r><u/></r>", "<h/>"]),
    ("substitutes of a derived type", schema(
        '<xs:element name="h" type="xs:decimal"/><xs:element name="s" substitutionGroup="h" type="xs:int"/><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h"/></xs:sequence></xs:complexType></xs:element>'
    ), ["<r><h>1.5</h></r>", "<r><s>1</s></r>"], ["<r><s>1.5</s></r>"]),
    ("a head that blocks substitution", schema(
        '<xs:element name="h" block="substitution"/><xs:element name="s" substitutionGroup="h"/><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h"/></xs:sequence></xs:complexType></xs:element>'
    ), ["<r><h/></r>"], ["<r><s/></r>"]),
]  # fmt: skip

WILDCARDS = [
    ("a lax wildcard", schema('<xs:element name="k" type="xs:int"/><xs:element name="r"><xs:complexType><xs:sequence><xs:any processContents="lax" minOccurs="0" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element>'),
     ["<r/>", "<r><u>x</u></r>", "<r><k>1</k></r>"], ["<r><k>x</k></r>"]),
    ("a strict wildcard", schema('<xs:element name="k" type="xs:int"/><xs:element name="r"><xs:complexType><xs:sequence><xs:any processContents="strict"/></xs:sequence></xs:complexType></xs:element>'),
     ["<r><k>1</k></r>"], ["<r><u/></r>", "<r><k>x</k></r>", "<r/>"]),
    ("a wildcard that skips", schema('<xs:element name="k" type="xs:int"/><xs:element name="r"><xs:complexType><xs:sequence><xs:any processContents="skip"/></xs:sequence></xs:complexType></xs:element>'),
     ["<r><k>x</k></r>", "<r><u><k>x</k></u></r>"], ["<r/>", "<r><u/><u/></r>"]),
    ("a wildcard for other namespaces", schema(
        '<xs:element name="r"><xs:complexType><xs:sequence><xs:any namespace="##other" processContents="skip"/></xs:sequence></xs:complexType></xs:element>', 'targetNamespace="urn:t"'
    ), ['<r xmlns="urn:t"><a xmlns="urn:o"/></r>'], ['<r xmlns="urn:t"><a/></r>', '<r xmlns="urn:t"><a xmlns=""/></r>']),
    ("a wildcard for namespaces by name", schema(
        '<xs:element name="r"><xs:complexType><xs:sequence><xs:any namespace="urn:a ##local" processContents="skip"/></xs:sequence></xs:complexType></xs:element>', 'targetNamespace="urn:t"'
    ), ['<r xmlns="urn:t"><a xmlns="urn:a"/></r>', '<r xmlns="urn:t"><a xmlns=""/></r>'], ['<r xmlns="urn:t"><a xmlns="urn:b"/></r>', '<r xmlns="urn:t"><a/></r>']),
]  # fmt: skip

ROWS = '<xs:complexType><xs:sequence><xs:element name="i" maxOccurs="99"><xs:complexType><xs:sequence><xs:element name="n" type="xs:decimal" minOccurs="0"/></xs:sequence><xs:attribute name="k"/><xs:attribute name="l"/><xs:attribute name="to"/></xs:complexType></xs:element></xs:sequence></xs:complexType>'
CONSTRAINTS = [
    ("a unique attribute", schema(f'<xs:element name="r">{ROWS}<xs:unique name="u"><xs:selector xpath="i"/><xs:field xpath="@k"/></xs:unique></xs:element>'),
     ["<r><i k='1'/><i k='2'/></r>", "<r><i/><i/></r>"], ["<r><i k='1'/><i k='1'/></r>"]),
    ("a key must be there", schema(f'<xs:element name="r">{ROWS}<xs:key name="u"><xs:selector xpath="i"/><xs:field xpath="@k"/></xs:key></xs:element>'),
     ["<r><i k='1'/><i k='2'/></r>"], ["<r><i k='1'/><i/></r>", "<r><i k='1'/><i k='1'/></r>"]),
    ("a key of two fields", schema(f'<xs:element name="r">{ROWS}<xs:key name="u"><xs:selector xpath="i"/><xs:field xpath="@k"/><xs:field xpath="@l"/></xs:key></xs:element>'),
     ["<r><i k='1' l='1'/><i k='1' l='2'/></r>"], ["<r><i k='1' l='1'/><i k='1' l='1'/></r>"]),
    ("a keyref", schema(f'<xs:element name="r">{ROWS}<xs:key name="u"><xs:selector xpath="i"/><xs:field xpath="@k"/></xs:key><xs:keyref name="v" refer="u"><xs:selector xpath="i"/><xs:field xpath="@to"/></xs:keyref></xs:element>'),
     ["<r><i k='1' to='2'/><i k='2'/></r>"], ["<r><i k='1' to='3'/></r>"]),
    ("unique values, not words", schema(f'<xs:element name="r">{ROWS}<xs:unique name="u"><xs:selector xpath="i"/><xs:field xpath="n"/></xs:unique></xs:element>'),
     ["<r><i><n>1</n></i><i><n>2</n></i></r>"], ["<r><i><n>1</n></i><i><n>1.0</n></i></r>"]),
    ("a selector of descendants", schema(
        '<xs:element name="r"><xs:complexType><xs:sequence><xs:any processContents="skip" maxOccurs="9"/></xs:sequence></xs:complexType><xs:unique name="u"><xs:selector xpath=".//i"/><xs:field xpath="@k"/></xs:unique></xs:element>'
    ).replace('processContents="skip"', 'processContents="lax"').replace("<xs:element name=\"r\"", '<xs:element name="i"><xs:complexType><xs:sequence><xs:element ref="i" minOccurs="0"/></xs:sequence><xs:attribute name="k"/></xs:complexType></xs:element><xs:element name="r"', 1),
     ["<r><i k='1'><i k='2'/></i></r>"], ["<r><i k='1'><i k='1'/></i></r>"]),
]  # fmt: skip

T = 'targetNamespace="urn:t" xmlns="urn:t"'
DOCUMENTS = [
    ("an include", {"main.xsd": schema('<xs:include schemaLocation="part/a.xsd"/><xs:element name="r" type="t"/>', T), "part/a.xsd": schema('<xs:simpleType name="t"><xs:restriction base="xs:int"/></xs:simpleType>', T)},
     ['<r xmlns="urn:t">1</r>'], ['<r xmlns="urn:t">x</r>']),
    ("a chameleon include", {"main.xsd": schema('<xs:include schemaLocation="c.xsd"/><xs:element name="r" type="t"/>', T),
                             "c.xsd": schema('<xs:complexType name="t"><xs:sequence><xs:element ref="e"/></xs:sequence></xs:complexType><xs:element name="e" type="xs:int"/>')},
     ['<r xmlns="urn:t"><e>1</e></r>'], ['<r xmlns="urn:t"><e xmlns="">1</e></r>', '<r xmlns="urn:t"><e>x</e></r>']),
    ("includes in a circle", {"main.xsd": schema('<xs:include schemaLocation="b.xsd"/><xs:element name="r" type="t"/>', T), "b.xsd": schema('<xs:include schemaLocation="main.xsd"/><xs:simpleType name="t"><xs:restriction base="xs:int"/></xs:simpleType>', T)},
     ['<r xmlns="urn:t">1</r>'], ['<r xmlns="urn:t">x</r>']),
    ("an import", {"main.xsd": schema('<xs:import namespace="urn:o" schemaLocation="o.xsd"/><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="o:e"/></xs:sequence></xs:complexType></xs:element>', T + ' xmlns:o="urn:o"'),
                   "o.xsd": schema('<xs:element name="e" type="xs:int"/>', 'targetNamespace="urn:o"')},
     ['<r xmlns="urn:t"><e xmlns="urn:o">1</e></r>'], ['<r xmlns="urn:t"><e xmlns="urn:o">x</e></r>', '<r xmlns="urn:t"><e>1</e></r>']),
    ("imports of each other", {"main.xsd": schema('<xs:import namespace="urn:o" schemaLocation="o.xsd"/><xs:element name="r" type="o:t"/><xs:simpleType name="s"><xs:restriction base="xs:int"/></xs:simpleType>', T + ' xmlns:o="urn:o"'),
                               "o.xsd": schema('<xs:import namespace="urn:t" schemaLocation="main.xsd"/><xs:complexType name="t"><xs:attribute name="a" type="t:s"/></xs:complexType>', 'targetNamespace="urn:o" xmlns:t="urn:t"')},
     ['<r xmlns="urn:t" a="1"/>'], ['<r xmlns="urn:t" a="x"/>']),
    ("an import of no namespace", {"main.xsd": schema('<xs:import schemaLocation="n.xsd"/><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="e"/></xs:sequence></xs:complexType></xs:element>', 'targetNamespace="urn:t"'),
                                   "n.xsd": schema('<xs:element name="e" type="xs:int"/>')},
     ['<r xmlns="urn:t"><e xmlns="">1</e></r>'], ['<r xmlns="urn:t"><e xmlns="">x</e></r>']),
    ("a redefined simple type", {"main.xsd": schema('<xs:redefine schemaLocation="b.xsd"><xs:simpleType name="t"><xs:restriction base="t"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType></xs:redefine><xs:element name="r" type="t"/>'),
                                 "b.xsd": schema('<xs:simpleType name="t"><xs:restriction base="xs:int"/></xs:simpleType>')},
     values("9"), values("10", "x")),
    ("a redefined complex type", {"main.xsd": schema('<xs:redefine schemaLocation="b.xsd"><xs:complexType name="t"><xs:complexContent><xs:extension base="t"><xs:sequence><xs:element name="c"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:redefine>'),
                                  "b.xsd": schema('<xs:complexType name="t"><xs:sequence><xs:element name="a"/></xs:sequence></xs:complexType><xs:element name="r" type="t"/>')},
     ["<r><a/><c/></r>"], ["<r><a/></r>"]),
    ("a redefined group", {"main.xsd": schema('<xs:redefine schemaLocation="b.xsd"><xs:group name="g"><xs:sequence><xs:group ref="g"/><xs:element name="c"/></xs:sequence></xs:group></xs:redefine>'),
                           "b.xsd": schema('<xs:group name="g"><xs:sequence><xs:element name="a"/></xs:sequence></xs:group><xs:element name="r"><xs:complexType><xs:group ref="g"/></xs:complexType></xs:element>')},
     ["<r><a/><c/></r>"], ["<r><a/></r>"]),
]  # fmt: skip

# Schemas that are none: neither engine may compile them. `True`: libxml2 2.9 compiles it all the same.
BROKEN = [
    ("a type that is not there", schema('<xs:element name="r" type="t"/>')),
    ("an element twice", schema('<xs:element name="r"/><xs:element name="r"/>')),
    ("a length below zero", simple("string", '<xs:length value="-1"/>')),
    ("an unknown facet", simple("string", '<xs:size value="1"/>')),
    ("a pattern that is none", simple("string", '<xs:pattern value="(a"/>')),
    ("a final type that is extended", schema('<xs:complexType name="b" final="extension"/><xs:element name="r"><xs:complexType><xs:complexContent><xs:extension base="b"/></xs:complexContent></xs:complexType></xs:element>')),
    ("a content model that is not deterministic", complex_type('<xs:sequence><xs:element name="a" minOccurs="0"/><xs:element name="a"/></xs:sequence>')),
    ("minOccurs above maxOccurs", complex_type('<xs:sequence><xs:element name="a" minOccurs="2" maxOccurs="1"/></xs:sequence>')),
    ("an include that is not there", schema('<xs:include schemaLocation="none.xsd"/><xs:element name="r"/>')),
    ("an include of another namespace", {"main.xsd": schema('<xs:include schemaLocation="b.xsd"/><xs:element name="r"/>', 'targetNamespace="urn:t"'), "b.xsd": schema('<xs:element name="e"/>', 'targetNamespace="urn:o"')}),
    ("a default that is not of its type", schema('<xs:element name="r" type="xs:int" default="x"/>')),
    ("a keyref to nothing", schema('<xs:element name="r"><xs:keyref name="v" refer="u"><xs:selector xpath="i"/><xs:field xpath="@to"/></xs:keyref></xs:element>')),
    ("a selector that is no path", schema('<xs:element name="r"><xs:unique name="v"><xs:selector xpath="i["/><xs:field xpath="@to"/></xs:unique></xs:element>')),
    ("a substitution of another type", schema('<xs:element name="h" type="xs:int"/><xs:element name="r" substitutionGroup="h" type="xs:date"/>')),
    ("an attribute twice", complex_type('<xs:attribute name="a"/><xs:attribute name="a"/>')),
    ("not a schema", "<r/>"),
    ("nothing", ""),
]  # fmt: skip

CASES = TYPES + FACETS + PARTICLES + ATTRIBUTES + DERIVATION + WILDCARDS + CONSTRAINTS + DOCUMENTS
