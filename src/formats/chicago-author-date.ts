/**
 * A reference list style after the author-date pattern of The Chicago Manual of Style (17th edition, chapter 15), for
 * the kinds of work that occur here. Our own CSL 1.0.2: the library ships none for Chicago.
 */
export const CHICAGO_AUTHOR_DATE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" demote-non-dropping-particle="display-and-sort">
  <info>
    <title>Chicago author-date (Plumbline)</title>
    <id>plumbline-chicago-author-date</id>
    <updated>2026-11-24T00:00:00+00:00</updated>
  </info>
  <macro name="author">
    <names variable="author">
      <name name-as-sort-order="first" and="text" sort-separator=", " delimiter=", " delimiter-precedes-last="always"/>
      <substitute><text variable="publisher"/><text variable="title" font-style="italic"/></substitute>
    </names>
  </macro>
  <macro name="year">
    <choose>
      <if variable="issued"><date variable="issued"><date-part name="year"/></date></if>
      <else><text term="no date" form="short"/></else>
    </choose>
  </macro>
  <macro name="title">
    <choose>
      <if type="article-journal article-newspaper chapter post webpage" match="any">
        <text variable="title" quotes="true"/>
      </if>
      <else><text variable="title" font-style="italic"/></else>
    </choose>
  </macro>
  <macro name="container">
    <group delimiter=" ">
      <text variable="container-title" font-style="italic"/>
      <group delimiter=", ">
        <text variable="volume"/>
        <text variable="issue" prefix="no. "/>
      </group>
    </group>
  </macro>
  <macro name="day">
    <choose>
      <if type="article-newspaper post webpage" match="any">
        <date variable="issued"><date-part name="month" suffix=" "/><date-part name="day"/></date>
      </if>
    </choose>
  </macro>
  <macro name="access">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
      <else><text variable="URL"/></else>
    </choose>
  </macro>
  <citation><layout prefix="(" suffix=")" delimiter="; "><text macro="author"/><text macro="year" prefix=" "/></layout></citation>
  <bibliography hanging-indent="true">
    <layout suffix=".">
      <group delimiter=". ">
        <text macro="author"/>
        <text macro="year"/>
        <text macro="title"/>
        <group delimiter=": ">
          <text macro="container"/>
          <text variable="page"/>
        </group>
        <text variable="number"/>
        <text macro="day"/>
        <group delimiter=": ">
          <text variable="publisher-place"/>
          <text variable="publisher"/>
        </group>
        <text macro="access"/>
      </group>
    </layout>
  </bibliography>
</style>`;
