internal import LibXML
