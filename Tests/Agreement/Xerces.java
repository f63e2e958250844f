import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.xml.sax.SAXException;

/**
 * Asks Xerces whether XML files are valid. On standard input comes a line for each, the schema and the file parted by a tab, and
 * for each a line goes out: "valid", "invalid" with the first error, or "unusable" with what is wrong with the schema.
 */
public class Xerces {
    public static void main(String[] arguments) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String name = null;
        Schema schema = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] paths = line.split("\t");
            try {
                if (!paths[0].equals(name)) {
                    name = null;
                    schema = new XMLSchemaFactory().newSchema(new File(paths[0]));
                    name = paths[0];
                }
            } catch (SAXException error) {
                answer("unusable " + error.getMessage());
                continue;
            }
            try {
                schema.newValidator().validate(new StreamSource(new File(paths[1])));
                answer("valid");
            } catch (SAXException error) {
                answer("invalid " + error.getMessage());
            }
        }
    }

    private static void answer(String line) {
        System.out.println(line.replace('\n', ' ').replace('\r', ' '));
        System.out.flush();
    }
}
