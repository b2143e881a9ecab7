# OData v4 JSON -> the CSV of the bulk form, for cbs-extract: Observations or,
# into a file called after it, a metadata resource (MeasureCodes, ...Codes).
#
#   jq -rn -f pipelines/odata4.jq page1.json page2.json | cbs-extract --table-id 83625NED
#   jq -rn -f pipelines/odata4.jq PeriodenCodes.json >PeriodenCodes.csv
#
# Pages in their order; the last must have no @odata.nextLink. When one is
# missing, or something is no data, the output ends in a row that cbs-extract
# refuses, and jq fails.
def stop(why): "# \(why)", error(why);
def cell:
  if . == null then ""
  elif type == "string" then "\"" + gsub("\""; "\"\"") + "\""
  else tojson end;
def columns:
  reduce (.[] | keys_unsorted[]) as $k ({seen: {}, list: []};
    if .seen[$k] or ($k | test("^@?odata")) then .
    else .seen[$k] = true | .list += [$k] end) | .list;
def follows(link):
  if link then stop("the page after \(link) is missing") else empty end;

foreach (inputs, null) as $page ({};
  .page = $page
  | .first = (.columns == null)
  | .before = .next
  | .next = ($page | if type == "object" then .["@odata.nextLink"] else null end)
  | .bad = ($page != null and (($page | type) != "object" or
      ($page.value | type) != "array"))
  | if .bad or $page == null then .
    elif .first then .columns = ($page.value | columns)
    elif ($page.value | columns) - .columns != [] then .bad = true
    else . end;
  if .page == null then follows(.before)
  elif .bad then stop("not a page of the same OData v4 resource")
  else
    .columns as $columns
    | (if .first then $columns | map(cell) | join(";") else empty end),
      (.page.value[] | [.[$columns[]] | cell] | join(";"))
  end)
