-- Units are percent, percentage_point, basis_point or an ISO 4217 code.
SELECT fact, document, unit FROM readings()
WHERE retired_at IS NULL AND NOT regexp_full_match(unit, 'percent|percentage_point|basis_point|[A-Z]{3}');
