internal import CLibXML2

enum LibXML {}
