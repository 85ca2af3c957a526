# A right to mentor of another school of the district.
recognitions-title = A right of another school
recognitions-text = A right to mentor counts in the school that granted it. Whoever has moved to another school of the district, or works there, too, shows the number of the certificate; once the coordinator recognises the right it counts here as well, until the same day.
recognitions-show-title = Show a certificate
recognitions-source = The school that granted the right
recognitions-choose = Choose the school
recognitions-number = Number of the certificate
recognitions-number-hint = it stands in the certificate beside the day
recognitions-show = Show it to the coordinator
recognitions-seen = The coordinator of this school reads your name, that school, the number and the term of the certificate. Once the right is recognised, the log of that school says so, too
recognitions-none = There is no other school of the district here
recognitions-none-text = What is recognised is a right that another school of the same district granted. Once there is such a school in the system, a form stands here.
recognitions-shown = Certificates that are shown
recognitions-shown-text = A recognised right ends on the same day as where it was granted; if it is taken away there, it ends here at once.
recognitions-line = Certificate № { $number }, { $school }
recognitions-line-of = { $name }: certificate № { $number }, { $school }
recognitions-waits = waits for a word
recognitions-stands = recognised
recognitions-hide = Do not show it any more
recognitions-recognise = Recognise
recognitions-decline = Do not recognise
recognitions-end = Recognise it no more
recognitions-done-shown = The coordinator will see the certificate and decide.
recognitions-done-hidden = The certificate is not shown any more.
recognitions-done-recognised = The right is recognised.
recognitions-done-declined = The right is not recognised.
recognitions-refused-number = Write the number in digits.
recognitions-refused-unknown = That school of the district has no certificate of this number for this name. Check school and number; the name has to be written alike in both schools.
recognitions-refused-expired = This right is over, its last day was { $day }. The course can be taken here.
recognitions-refused-revoked = This right was taken away and cannot be recognised.
recognitions-task =
    { $count ->
    [one] { $count } person shows a certificate of another school
   *[other] { $count } people show certificates of other schools
    }
recognitions-task-text = Compare with the paper and decide whether the school recognises the right.
