-- Queries of the program that draws papers.  Account: papers.
-- A paper is shown to its applicant, to the organs that handle the case or took it in, and to an organ that handles a
-- case in which what it granted takes a material's place: the one query that reads content binds :applicant and :organ.

-- name: paper_load one
-- Binary columns stand first, as in paper_verify (record/paper.h); :applicant 0 and :organ '' are nobody.
SELECT p.content_hash, p.mac, p.code, p.kind, p.case_id, p.position, p.number, p.organ_code, p.organ_name, p.title,
       p.applicant_shown, p.issued_on, p.signed_at, p.issuer_id, p.issuer_name, p.issuer_organ, p.chain_position,
       p.chain_head, p.state, p.state_code, p.state_note, p.state_at, p.content, c.number AS case_number
  FROM papers p
  JOIN cases c ON c.id = p.case_id
 WHERE p.code = :code
   AND ((:applicant <> 0 AND c.applicant_id = :applicant)
        OR (:organ <> '' AND :organ IN (c.organ_code, p.issuer_organ, COALESCE(c.intake_organ_code, '')))
        OR (:organ <> '' AND EXISTS (SELECT 1
                                       FROM licences l
                                       JOIN case_materials g ON g.licence_id = l.id AND g.given = 'licence'
                                       JOIN cases r ON r.id = g.case_id
                                      WHERE l.paper_code = p.code
                                        AND r.organ_code = :organ
                                        AND r.number IS NOT NULL)));
