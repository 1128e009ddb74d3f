#!/usr/bin/env bash
# Package and version: org.apache.poi:poi-ooxml 5.4.1
#
# Behaviour: a cell that is given the text "a_x000D_b" is written as it stands, although in Excel files _xHHHH_ stands for
# the character of that number, and _ itself would have to be written as _x005F_. Reading the file back, POI itself (as Excel
# does) gives a carriage return: the text that comes back is another one than was set.
# Seen:
#   set 9 characters, stored a_x000D_b, got 3 characters
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
seen=$(sed -n 's/^#   //p' "${BASH_SOURCE[0]}")
source "$root/deploy/jdk.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.poi</groupId>
      <artifactId>poi-ooxml</artifactId>
      <version>5.4.1</version>
    </dependency>
  </dependencies>
</project>
POM

cat >Finding.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

class Finding {

    public static void main(String[] arguments) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("s").createRow(0).createCell(0).setCellValue("a_x000D_b");
            workbook.write(bytes);
        }
        String stored = "";
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry())
                if (part.getName().equals("xl/sharedStrings.xml"))
                    stored = new String(zip.readAllBytes(), "UTF-8").replaceAll("(?s).*<t[^>]*>(.*)</t>.*", "$1");
        }
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            String got = workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue();
            System.out.println("set 9 characters, stored " + stored + ", got " + got.length() + " characters");
        }
    }
}
JAVA

"$root/mvnw" -q -B -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
"$JAVA_HOME/bin/java" -Dlog4j2.StatusLogger.level=OFF -cp 'lib/*' Finding.java | grep -v 'logging provider' | tee output
diff <(echo "$seen") output || { echo "The behaviour changed" >&2 && exit 1; }
