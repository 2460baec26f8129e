"""Weights of features for ``pairing``, per model; fitted by ``benchmarks/fit_drafting.py``, not written by hand."""


def _read(text: str) -> dict[str, float]:
    """``name=weight`` pairs, separated by blanks."""
    return {name: float(value) for name, _, value in (pair.rpartition("=") for pair in text.split())}


WEIGHTS: dict[str, dict[str, float]] = {
    "share": _read(
        """
        A:close=-0.66 A:colon=-0.13 A:comma=-0.5 A:f0:m0=0.26 A:f0:m0:firstM=0.22 A:f0:m0:glue=0.18 A:f0:m1=0.32 A:f0:m1:firstF=-0.14
        A:f0:m1:firstM=0.45 A:f0:m1:glue=0.38 A:f0:m2=0.53 A:f0:m2:firstF=0.23 A:f0:m2:firstM=0.3 A:f1:m0=-0.32 A:f1:m0:firstF=-0.19
        A:f1:m0:firstM=-0.13 A:f1:m0:glue=-0.12 A:f1:m1=-0.23 A:f1:m1:firstF=0.08 A:f1:m1:firstM=-0.32 A:f1:m1:glue=-0.21
        A:f1:m2=-0.16 A:f1:m2:firstF=-0.18 A:f2:m0:firstM=-0.09 A:f2:m0:glue=0.33 A:f2:m2=-0.23 A:f2:m2:firstF=0.09
        A:f2:m2:firstM=-0.33 A:f3:m0:firstM=-0.08 A:f3:m0:glue=-0.41 A:f3:m1=-0.31 A:f3:m1:firstF=-0.11 A:f3:m1:firstM=-0.21
        A:f3:m2:firstF=-0.13 A:firstF=-0.24 A:firstM=-0.1 A:gap:,=-0.36 A:gap:,_and=-0.37 A:gap:,_with=-0.14 A:gap:-=0.82
        A:gap::=0.45 A:gap:;=-0.3 A:gap:and=-0.69 A:gap:at_months_was=-0.23 A:gap:for=0.25 A:gap:in=0.47 A:gap:occurred_in=0.22
        A:gap:of=0.68 A:gap:rate_was=-0.25 A:gap:s_occurred_in=0.22 A:gap:was=0.47 A:gap:was_achieved_in=-0.12 A:gap:was_months=-0.13
        A:gap:was_noted_in=0.12 A:gap:was_observed_in=0.36 A:gap:was_seen_in=-0.3 A:gap:were=0.25 A:gap:were_observed_in=-0.12
        A:gap:were_reported_in=0.23 A:gap:were_seen_in=0.37 A:len10=0.19 A:len120=-0.48 A:len25=-0.16 A:len3=0.82 A:len60=-0.28
        A:lenfar=-0.44 A:m0:bare=0.15 A:m0:firstF=-0.12 A:m0:firstM=-0.09 A:m0:next:(=0.22 A:m0:next:)=0.34 A:m0:next:,=0.23
        A:m0:next:.=0.17 A:m0:next:;=0.44 A:m0:next:a=0.23 A:m0:next:achieved=-0.08 A:m0:next:after=-0.22 A:m0:next:among=0.28
        A:m0:next:and=-0.15 A:m0:next:as=-0.1 A:m0:next:at=0.35 A:m0:next:c=-0.21 A:m0:next:cases=0.11 A:m0:next:complete=-0.08
        A:m0:next:d=-0.25 A:m0:next:developed=-0.13 A:m0:next:e=-0.31 A:m0:next:end=-0.33 A:m0:next:for=0.1 A:m0:next:g=-0.19
        A:m0:next:h=0.1 A:m0:next:had=-0.31 A:m0:next:in=0.08 A:m0:next:l=-0.18 A:m0:next:m=-0.31 A:m0:next:or=0.16
        A:m0:next:other=-0.23 A:m0:next:p=-0.13 A:m0:next:partial=-0.11 A:m0:next:patient=0.24 A:m0:next:patients=0.31
        A:m0:next:pts=0.31 A:m0:next:r=-0.17 A:m0:next:reported=-0.21 A:m0:next:response=0.31 A:m0:next:s=-0.19
        A:m0:next:showed=-0.09 A:m0:next:u=-0.11 A:m0:next:vs=0.28 A:m0:next:was=-0.15 A:m0:next:were=-0.3 A:m0:prev:(=-0.5
        A:m0:prev::=0.1 A:m0:prev:;=0.09 A:m0:prev:==-0.2 A:m0:prev:a=0.2 A:m0:prev:all=0.09 A:m0:prev:among=-0.22
        A:m0:prev:and=-0.13 A:m0:prev:at=0.13 A:m0:prev:by=-0.15 A:m0:prev:disease=0.38 A:m0:prev:in=0.32 A:m0:prev:is=0.13
        A:m0:prev:least=-0.18 A:m0:prev:of=0.18 A:m0:prev:patients=0.34 A:m0:prev:rate=-0.23 A:m0:prev:response=0.11
        A:m0:prev:than=-0.33 A:m0:prev:the=-0.1 A:m0:prev:to=-0.35 A:m0:prev:versus=0.16 A:m0:prev:vs=0.49 A:m0:prev:was=0.42
        A:m0:prev:were=0.19 A:m0:prev:with=-0.29 A:m1:firstF=-0.12 A:m1:next:(=0.18 A:m1:next:)=-0.09 A:m1:next:,=0.09
        A:m1:next:-=-0.17 A:m1:next:.=-0.24 A:m1:next:and=-0.1 A:m1:next:at=-0.1 A:m1:next:c=-0.21 A:m1:next:cases=-0.16
        A:m1:next:d=-0.14 A:m1:next:e=0.53 A:m1:next:for=0.48 A:m1:next:grade=0.34 A:m1:next:had=-0.12 A:m1:next:i=0.12
        A:m1:next:in=0.31 A:m1:next:m=0.22 A:m1:next:n=0.27 A:m1:next:p=-0.09 A:m1:next:r=-0.08 A:m1:next:versus=-0.29
        A:m1:next:vs=-0.23 A:m1:next:were=-0.16 A:m1:prev:,=-0.16 A:m1:prev:-=-0.42 A:m1:prev::=0.23 A:m1:prev:;=-0.27
        A:m1:prev:==-0.08 A:m1:prev:a=-0.1 A:m1:prev:and=0.38 A:m1:prev:disease=-0.11 A:m1:prev:in=-0.15 A:m1:prev:of=-0.22
        A:m1:prev:response=0.11 A:m1:prev:than=-0.14 A:m1:prev:the=-0.08 A:m1:prev:versus=0.1 A:m1:prev:was=0.35 A:m1:prev:were=0.34
        A:m1:prev:with=0.26 A:open=0.22 A:semicolon=-0.89 A:stop=-0.69 A:w:achieved=0.46 A:w:all=0.13 A:w:among=0.17 A:w:and=-0.27
        A:w:are=-0.41 A:w:arm=0.48 A:w:as=0.23 A:w:before=-0.17 A:w:best=0.19 A:w:both=0.13 A:w:but=-0.22 A:w:by=-0.29
        A:w:cases=-0.11 A:w:decreased=-0.44 A:w:defined=-0.09 A:w:differentiated=-0.15 A:w:due=0.22 A:w:duration=-0.18
        A:w:during=-0.21 A:w:experienced=-0.21 A:w:follow=-0.17 A:w:for=-0.09 A:w:grade=0.55 A:w:group=0.36 A:w:improved=-0.21
        A:w:in=0.32 A:w:included=-0.56 A:w:increase=0.74 A:w:is=0.09 A:w:least=0.14 A:w:mean=0.38 A:w:median=-0.11 A:w:month=0.53
        A:w:not=-0.27 A:w:noted=0.11 A:w:obtained=-0.14 A:w:occurred=0.69 A:w:or=-0.56 A:w:other=0.12 A:w:per=0.08 A:w:primary=0.26
        A:w:prior=-0.12 A:w:pts=-0.1 A:w:rates=0.18 A:w:reached=0.36 A:w:receive=-0.32 A:w:received=-0.1 A:w:receiving=0.15
        A:w:reduced=0.12 A:w:reduction=-0.38 A:w:remaining=-0.3 A:w:reported=0.25 A:w:seen=-0.26 A:w:showed=-0.33
        A:w:significantly=0.21 A:w:than=0.27 A:w:those=-0.09 A:w:to=0.1 A:w:tumor=-0.48 A:w:tumors=0.22 A:w:tumour=-0.27
        A:w:tumours=-0.3 A:w:versus=0.25 A:w:vs=-0.52 A:w:was=0.34 A:w:weeks=0.22 A:w:whereas=-0.3 A:w:while=-0.51 A:w:who=0.33
        A:w:with=0.09 A:w:without=0.33 A:w:year=-0.36 A:w:years=0.27 B:close=-0.63 B:colon=-0.24 B:comma=-0.74 B:f0:m0=0.21
        B:f0:m0:firstF=0.17 B:f0:m2=0.22 B:f0:m2:firstF=0.25 B:f1:m0=-0.53 B:f1:m0:firstF=-0.3 B:f1:m0:firstM=-0.22 B:f1:m1=-0.14
        B:f1:m1:firstF=-0.1 B:f1:m2=-0.14 B:f1:m2:firstM=-0.16 B:f2:m0=0.13 B:f2:m0:firstM=0.1 B:f2:m0:glue=0.16 B:f2:m1=-0.18
        B:f2:m1:firstF=-0.13 B:f2:m2=0.2 B:f2:m2:firstF=0.09 B:f2:m2:firstM=0.1 B:f3:m0=-0.21 B:f3:m0:firstF=-0.18 B:f3:m2=0.09
        B:f3:m2:firstF=-0.15 B:f3:m2:firstM=0.24 B:firstF=-0.33 B:firstM=-0.09 B:gap:,=-0.38 B:gap:,_and=0.08 B:gap:-=0.42
        B:gap:;=-0.25 B:gap:_=0.48 B:gap:a=0.15 B:gap:achieved_a=0.11 B:gap:and=-0.44 B:gap:cases_of=0.13 B:gap:grade_=0.1
        B:gap:had=-0.18 B:gap:had_a=0.1 B:gap:in=-0.22 B:gap:of=-0.37 B:gap:of_patients=-0.2 B:gap:of_patients_had=-0.22
        B:gap:of_patients_with=-0.1 B:gap:or=-0.14 B:gap:patient=-0.19 B:gap:patient_had=0.11 B:gap:patients,=0.14
        B:gap:patients_achieved=0.17 B:gap:patients_experienced=-0.24 B:gap:patients_had_grade_=-0.13 B:gap:patients_who=-0.09
        B:gap:patients_with=0.15 B:gap:showed=0.27 B:gap:significant=-0.26 B:gap:were=0.3 B:gap:with=0.41 B:len10=0.36 B:len120=-0.54
        B:len3=0.38 B:lenfar=-0.63 B:m0:bare=0.25 B:m0:firstF=-0.29 B:m0:firstM=-0.1 B:m0:had=0.67 B:m0:next:(=-0.44
        B:m0:next:)=-0.42 B:m0:next:;=-0.2 B:m0:next:a=-0.13 B:m0:next:achieved=0.16 B:m0:next:at=-0.1 B:m0:next:cases=0.14
        B:m0:next:complete=0.25 B:m0:next:e=-0.15 B:m0:next:experienced=0.22 B:m0:next:for=-0.21 B:m0:next:g=0.14
        B:m0:next:grade=-0.15 B:m0:next:h=-0.23 B:m0:next:had=0.1 B:m0:next:i=0.14 B:m0:next:in=-0.48 B:m0:next:l=0.37
        B:m0:next:n=-0.27 B:m0:next:o=0.51 B:m0:next:of=-0.13 B:m0:next:or=-0.26 B:m0:next:p=0.24 B:m0:next:partial=0.13
        B:m0:next:patient=0.12 B:m0:next:r=0.09 B:m0:next:reduction=-0.39 B:m0:next:reported=0.1 B:m0:next:response=-0.31
        B:m0:next:s=-0.36 B:m0:next:showed=0.33 B:m0:next:treatment=0.24 B:m0:next:u=0.14 B:m0:next:vs=-0.09 B:m0:next:were=0.4
        B:m0:prev:,=0.39 B:m0:prev:-=0.49 B:m0:prev::=-0.13 B:m0:prev:;=0.37 B:m0:prev:==-0.51 B:m0:prev:all=-0.15 B:m0:prev:and=0.16
        B:m0:prev:disease=-0.24 B:m0:prev:for=0.24 B:m0:prev:had=-0.36 B:m0:prev:of=-0.26 B:m0:prev:patients=0.45 B:m0:prev:rate=0.1
        B:m0:prev:response=-0.24 B:m0:prev:the=0.25 B:m0:prev:to=-0.09 B:m0:prev:vs=-0.29 B:m0:prev:was=-0.18 B:m0:prev:were=0.3
        B:m1:glue=0.09 B:m1:had=0.92 B:m1:next:)=-0.14 B:m1:next:;=-0.11 B:m1:next:a=-0.09 B:m1:next:achieved=-0.08
        B:m1:next:and=0.24 B:m1:next:cases=-0.09 B:m1:next:e=-0.09 B:m1:next:experienced=-0.26 B:m1:next:grade=-0.14 B:m1:next:in=0.1
        B:m1:next:m=0.09 B:m1:next:men=0.2 B:m1:next:n=-0.12 B:m1:next:of=0.27 B:m1:next:p=-0.15 B:m1:next:patient=-0.25
        B:m1:next:patients=-0.15 B:m1:next:pts=-0.15 B:m1:next:r=0.18 B:m1:next:s=0.48 B:m1:next:vs=0.12 B:m1:next:were=-0.16
        B:m1:prev:(=0.39 B:m1:prev:-=0.15 B:m1:prev::=0.08 B:m1:prev:==0.24 B:m1:prev:among=-0.13 B:m1:prev:and=0.08
        B:m1:prev:patients=-0.14 B:m1:prev:the=-0.12 B:m1:prev:were=-0.14 B:open=-1.24 B:semicolon=-1.36 B:stop=-0.32
        B:w:achieved=0.41 B:w:after=-0.24 B:w:and=-0.62 B:w:arm=-0.09 B:w:at=-0.09 B:w:baseline=0.09 B:w:before=-0.23 B:w:both=0.22
        B:w:but=-0.25 B:w:defined=0.09 B:w:developed=0.59 B:w:difference=-0.19 B:w:differences=-0.21 B:w:due=-0.26
        B:w:evaluable=-0.11 B:w:experienced=0.34 B:w:follow=-0.11 B:w:for=-0.41 B:w:grade=0.85 B:w:group=0.44 B:w:had=0.11
        B:w:have=0.5 B:w:improvement=-0.14 B:w:in=0.24 B:w:included=-0.31 B:w:including=-0.36 B:w:increase=-0.17 B:w:increased=0.2
        B:w:is=-0.09 B:w:lasting=0.45 B:w:least=0.26 B:w:mean=-0.11 B:w:median=-0.26 B:w:months=0.18 B:w:no=-0.63 B:w:not=-0.27
        B:w:observed=-0.2 B:w:of=0.1 B:w:overall=-0.21 B:w:patient=-0.21 B:w:prior=0.15 B:w:pts=-0.27 B:w:rate=-0.17
        B:w:received=-0.16 B:w:receiving=-0.19 B:w:reduced=-0.09 B:w:remained=-0.14 B:w:remaining=-0.12 B:w:reported=0.13
        B:w:response=-0.11 B:w:showed=-0.25 B:w:significant=-0.34 B:w:significantly=-0.15 B:w:than=-0.17 B:w:these=-0.1
        B:w:those=-0.2 B:w:to=-0.28 B:w:treated=-0.15 B:w:tumor=0.1 B:w:tumors=0.31 B:w:tumour=-0.08 B:w:tumours=0.09 B:w:until=-0.2
        B:w:was=0.08 B:w:weeks=-0.11 B:w:were=0.18 B:w:whereas=-0.11 B:w:while=-0.29 B:w:whom=-0.37 B:w:with=-0.37 B:w:years=-0.13
        characteristic:A:bare=0.21 characteristic:A:f0:m0=0.13 characteristic:A:f0:m1=-0.44 characteristic:A:f0:m2=-0.16
        characteristic:A:f1:m0=0.13 characteristic:A:f1:m1=0.11 characteristic:A:f2:m0=0.12 characteristic:A:f2:m2=-0.16
        characteristic:A:f3:m0=-0.27 characteristic:A:f3:m2=-0.15 characteristic:A:glue=-0.15 characteristic:B:bare=0.18
        characteristic:B:f0:m0=0.52 characteristic:B:f0:m1=0.49 characteristic:B:f0:m2=0.08 characteristic:B:f1:m0=-0.36
        characteristic:B:f1:m2=0.17 characteristic:B:f2:m0=0.11 characteristic:B:f2:m2=-0.14 characteristic:B:f3:m2=-0.09
        characteristic:B:glue=0.27 characteristic:count=0.17 characteristic:mnext:(=-0.18 characteristic:mnext:-=-0.19
        characteristic:mnext::=0.29 characteristic:mnext:;=0.34 characteristic:mnext:and=-0.49 characteristic:mnext:at=0.39
        characteristic:mnext:from=-0.25 characteristic:mnext:of=-0.19 characteristic:mnext:or=-0.46
        characteristic:mnext:patients=0.16 characteristic:mnext:to=-0.3 characteristic:mnext:treatment=0.15
        characteristic:mnext:tumors=0.15 characteristic:mnext:was=0.2 characteristic:mnext:were=0.5 characteristic:mnext:who=-0.09
        characteristic:mprev:-=-0.51 characteristic:mprev:and=0.36 characteristic:mprev:as=0.68 characteristic:mprev:in=-0.08
        characteristic:mprev:of=-0.44 characteristic:mprev:or=0.25 characteristic:mprev:patients=-0.25 characteristic:mprev:the=-0.55
        characteristic:mprev:to=0.34 characteristic:mprev:was=0.32 characteristic:mprev:were=0.12 characteristic:mprev:with=-0.3
        characteristic:n=0.52 characteristic:next=0.69 characteristic:no=-0.18 characteristic:npo=-0.5 characteristic:section:=-0.21
        characteristic:section:meth=0.15 characteristic:section:pati=0.2 count:A:m0=-0.42 count:A:m1=-0.38 count:B:m0=-0.13
        count:B:m1=0.09 event:A:bare=-0.1 event:A:f0:m1=0.23 event:A:f1:m0=-0.37 event:A:f1:m1=0.21 event:A:f1:m2=-0.3
        event:A:f2:m0=0.3 event:A:f2:m1=-0.14 event:A:f2:m2=-0.35 event:A:f3:m0=-0.12 event:A:f3:m1=-0.31 event:A:f3:m2=0.3
        event:A:glue=0.14 event:B:bare=-0.37 event:B:f0:m0=0.35 event:B:f0:m1=0.11 event:B:f1:m0=0.26 event:B:f1:m1=0.22
        event:B:f1:m2=-0.18 event:B:f2:m1=-0.1 event:B:f2:m2=-0.18 event:B:f3:m2=0.21 event:B:glue=-0.55 event:count=0.35
        event:mnext:(=-0.26 event:mnext:-=-0.1 event:mnext:;=-0.33 event:mnext:at=0.1 event:mnext:before=-0.28 event:mnext:due=0.39
        event:mnext:grade=0.62 event:mnext:in=0.24 event:mnext:of=-0.38 event:mnext:or=-0.29 event:mnext:treatment=-0.44
        event:mnext:with=0.36 event:mprev:-=0.29 event:mprev:and=0.48 event:mprev:developed=0.33 event:mprev:experienced=0.45
        event:mprev:for=0.1 event:mprev:grade=0.15 event:mprev:had=-0.36 event:mprev:of=0.23 event:mprev:or=-0.38
        event:mprev:patient=-0.14 event:mprev:patients=-0.39 event:mprev:the=-0.15 event:mprev:to=-0.49 event:mprev:was=0.29
        event:mprev:were=0.5 event:mprev:who=-0.42 event:n=-0.19 event:next=0.55 event:no=0.16 event:np=0.37 event:npo=-0.23
        event:p=-0.35 event:section:back=-0.33 event:section:obje=0.28 kind:event=0.11 kind:response=0.28 kind:site=-0.64
        kind:survival=-0.46 list=0.19 list:exact=-0.25 list:not=-0.96 list:not:exact=-0.64 n:A:m1=-0.17 n:B:m0=-0.34 next:f0:m0=0.34
        next:f0:m1=0.64 next:f1:m0=0.38 no:A:m0=-0.25 no:A:m1=0.17 no:B:m0=-0.12 no:B:m1=0.32 none=0.77 none:baseline=0.32
        none:baseline:count=0.13 none:baseline:np=-0.29 none:baseline:p=0.52 none:bound=0.93 none:bound-behind=0.6 none:count=0.84
        none:count:next:(=0.4 none:count:next:)=0.19 none:count:next:-=0.59 none:count:next:a=0.37 none:count:next:achieved=-0.08
        none:count:next:and=-0.44 none:count:next:c=0.23 none:count:next:cases=-0.09 none:count:next:complete=-0.08
        none:count:next:d=0.13 none:count:next:e=0.09 none:count:next:end=0.08 none:count:next:f=0.3 none:count:next:for=0.1
        none:count:next:g=-0.1 none:count:next:grade=0.37 none:count:next:h=0.1 none:count:next:had=0.11 none:count:next:i=0.14
        none:count:next:in=-0.09 none:count:next:l=-0.21 none:count:next:men=-0.16 none:count:next:o=-0.32 none:count:next:of=-0.1
        none:count:next:p=0.36 none:count:next:patient=-0.1 none:count:next:patients=-0.25 none:count:next:pts=-0.34
        none:count:next:r=-0.1 none:count:next:s=0.14 none:count:next:stable=0.17 none:count:next:was=0.13 none:count:next:were=0.33
        none:count:next:with=0.1 none:denominator:count=0.68 none:denominator:no=0.55 none:denominator:npo=-0.12
        none:denominator:p=-0.15 none:first:count=0.2 none:first:n=0.75 none:first:no=0.18 none:first:np=-0.12 none:first:npo=-0.11
        none:first:p=0.11 none:n=0.48 none:n:next:;=-0.08 none:n:next:and=0.32 none:n:next:or=-0.14 none:n:next:was=0.21
        none:n:next:were=-0.09 none:near10=0.33 none:near25=-0.15 none:near3=0.4 none:near60=0.14 none:next:(=0.1 none:next:)=0.31
        none:next:,=-0.31 none:next:-=0.1 none:next:.=0.08 none:next:;=-0.09 none:next:after=0.25 none:next:among=-0.29
        none:next:at=-0.15 none:next:b=0.11 none:next:c=0.42 none:next:complete=-0.09 none:next:d=0.34 none:next:developed=0.14
        none:next:end=0.1 none:next:experienced=0.09 none:next:f=0.16 none:next:for=-0.32 none:next:had=0.32 none:next:i=-0.13
        none:next:men=-0.22 none:next:n=0.12 none:next:o=-0.51 none:next:of=-0.21 none:next:or=0.19 none:next:other=0.26
        none:next:p=0.13 none:next:patient=-0.08 none:next:pts=-0.25 none:next:reduction=0.43 none:next:reported=0.13
        none:next:showed=-0.22 none:next:stable=0.15 none:next:treatment=-0.1 none:next:versus=0.34 none:next:was=0.2
        none:next:were=0.23 none:next:who=0.37 none:next:women=-0.13 none:no=-0.11 none:no:next:patients=0.35 none:np=-0.2
        none:np:next:)=0.11 none:np:next:,=-0.4 none:np:next:;=-0.19 none:np:next:and=-0.25 none:np:next:developed=0.19
        none:np:next:experienced=0.34 none:np:next:had=0.09 none:np:next:m=-0.09 none:np:next:of=-0.11 none:np:next:patients=-0.1
        none:np:next:pts=0.25 none:np:next:showed=-0.18 none:npo=-0.14 none:npo:next:)=0.29 none:npo:next:had=0.3
        none:npo:next:of=-0.21 none:npo:next:patients=0.09 none:p=-0.11 none:p:next:(=-0.39 none:p:next:)=-0.26 none:p:next:,=0.2
        none:p:next:.=0.09 none:p:next:;=0.18 none:p:next:a=-0.13 none:p:next:among=-0.22 none:p:next:and=0.25 none:p:next:c=0.19
        none:p:next:d=0.12 none:p:next:end=0.09 none:p:next:g=0.14 none:p:next:l=0.15 none:p:next:o=-0.2 none:p:next:of=0.18
        none:p:next:or=0.24 none:p:next:p=-0.28 none:p:next:patients=-0.15 none:p:next:r=0.09 none:p:next:reduction=0.43
        none:p:next:s=-0.17 none:p:next:versus=-0.09 none:p:next:was=-0.13 none:p:next:with=-0.17 none:people:count=1.0
        none:people:no=-0.39 none:people:p=-0.24 none:plan=0.39 none:prev:(=0.16 none:prev:,=-0.21 none:prev:-=-0.29
        none:prev::=-0.29 none:prev:;=-0.25 none:prev:==0.55 none:prev:after=0.14 none:prev:all=0.12 none:prev:among=0.35
        none:prev:and=-0.49 none:prev:at=-0.29 none:prev:by=0.19 none:prev:for=-0.2 none:prev:from=0.11 none:prev:had=0.36
        none:prev:in=-0.17 none:prev:is=-0.18 none:prev:least=0.2 none:prev:months=0.2 none:prev:of=0.38 none:prev:other=0.09
        none:prev:patients=-0.65 none:prev:primary=-0.15 none:prev:pts=0.14 none:prev:rate=0.17 none:prev:remaining=0.27
        none:prev:than=0.47 none:prev:to=0.56 none:prev:treatment=-0.09 none:prev:tumors=-0.11 none:prev:versus=-0.25
        none:prev:vs=-0.24 none:prev:was=-0.53 none:prev:were=-0.68 none:section:back=0.54 none:section:conc=0.32
        none:section:find=-0.08 none:section:mate=0.13 none:section:obje=-0.37 none:section:pati=-0.25 none:section:purp=0.11
        none:some=0.17 np:A:m1=0.21 np:B:m0=0.28 np:B:m1=-0.22 npo:A:m0=0.2 p:A:m0=0.36 p:B:m1=-0.23 rate:count=-0.54 rate:n=-0.2
        rate:no=0.14 rate:np=0.23 rate:npo=0.28 rate:p=0.49 response:A:bare=-0.36 response:A:f0:m0=-0.12 response:A:f0:m1=0.15
        response:A:f0:m2=0.53 response:A:f1:m0=-0.09 response:A:f1:m1=-0.39 response:A:f1:m2=0.12 response:A:f2:m0=-0.37
        response:A:f2:m1=0.2 response:A:f2:m2=0.38 response:A:f3:m1=-0.09 response:A:f3:m2=-0.14 response:B:f0:m0=0.12
        response:B:f0:m1=0.09 response:B:f0:m2=0.27 response:B:f1:m0=-0.13 response:B:f1:m1=-0.56 response:B:f2:m1=-0.15
        response:B:f2:m2=0.27 response:B:f3:m0=-0.09 response:B:f3:m2=0.27 response:B:glue=0.1 response:count=-0.21
        response:mnext:(=-0.12 response:mnext:,=-0.13 response:mnext::=0.39 response:mnext:after=-0.25 response:mnext:and=-0.08
        response:mnext:as=0.27 response:mnext:at=-0.42 response:mnext:disease=0.32 response:mnext:for=0.2 response:mnext:from=0.35
        response:mnext:in=-0.31 response:mnext:of=0.46 response:mnext:on=-0.24 response:mnext:or=-0.14 response:mnext:to=0.66
        response:mnext:were=0.17 response:mnext:with=-0.13 response:mprev:-=0.08 response:mprev:achieved=0.26 response:mprev:all=0.13
        response:mprev:an=0.76 response:mprev:and=0.2 response:mprev:developed=-0.16 response:mprev:disease=0.26
        response:mprev:experienced=0.21 response:mprev:for=-0.42 response:mprev:in=-0.34 response:mprev:initial=-0.11
        response:mprev:month=-0.3 response:mprev:of=0.49 response:mprev:or=-0.54 response:mprev:patients=0.14
        response:mprev:reported=0.09 response:mprev:showed=0.2 response:mprev:to=-0.39 response:mprev:treatment=0.12
        response:mprev:until=-0.1 response:mprev:was=0.2 response:mprev:were=-0.5 response:mprev:who=-0.11 response:mprev:with=-0.27
        response:n=-0.69 response:next=0.23 response:no=0.26 response:npo=1.07 response:p=-0.22 response:section:=0.09
        response:section:conc=-0.25 response:section:find=0.29 response:section:meth=-0.42 response:section:obje=0.27
        response:section:pati=0.2 response:section:purp=-0.1 response:section:resu=0.28 same:A=-0.08 same:not:A=-0.31
        same:not:B=-0.18 site:A:bare=0.5 site:A:f0:m1=0.26 site:A:f0:m2=0.23 site:A:f1:m0=-0.28 site:A:f1:m2=0.1 site:A:f2:m0=-0.2
        site:A:f2:m2=-0.12 site:B:bare=0.56 site:B:f0:m1=-0.31 site:B:f1:m0=-0.38 site:B:f1:m2=-0.08 site:B:f2:m1=0.11
        site:B:f2:m2=0.26 site:B:f3:m2=-0.23 site:B:glue=0.67 site:count=-0.12 site:mnext:(=0.1 site:mnext:,=0.31 site:mnext:-=-0.46
        site:mnext:;=0.1 site:mnext:and=-0.21 site:mnext:in=0.44 site:mnext:or=-0.26 site:mnext:patients=-0.21 site:mnext:tumor=-0.4
        site:mnext:tumors=-0.09 site:mnext:with=-0.12 site:mprev:-=-0.34 site:mprev:a=0.16 site:mprev:all=-0.2 site:mprev:and=0.31
        site:mprev:for=-0.34 site:mprev:from=0.22 site:mprev:had=-0.22 site:mprev:in=0.22 site:mprev:of=-0.11 site:mprev:or=-0.6
        site:mprev:primary=0.21 site:mprev:the=0.38 site:mprev:was=0.14 site:mprev:were=0.13 site:n=0.27 site:no=0.11 site:npo=-0.32
        site:p=-0.54 site:section:back=-0.17 site:section:find=-0.23 site:section:meth=0.28 site:section:obje=-0.19
        site:section:pati=0.18 site:section:purp=-0.1 step:AB=-0.34 step:BB=0.43 step:back=-0.71 step:back:AA=-0.24
        step:back:BA=-0.31 step:back:BB=-0.16 step:back:and=-0.56 step:back:bracket=-0.13 step:back:join=-0.54 step:back:stop=0.24
        step:back:with=0.31 step:from-none:and=-0.37 step:from-none:bracket=0.39 step:from-none:stop=0.3 step:from-none:with=-0.35
        step:kind=0.88 step:later:AA=-0.29 step:later:AB=-0.18 step:later:BA=0.16 step:later:BB=0.33 step:later:and=-0.11
        step:later:join=0.55 step:later:versus=-0.13 step:later:with=-0.31 step:next=0.78 step:next:AA=0.58 step:next:AB=-0.16
        step:next:BA=0.11 step:next:BB=0.26 step:next:and=1.11 step:next:bracket=-0.43 step:next:join=0.61 step:next:versus=-0.46
        step:next:with=-0.09 step:none-none=0.31 step:none-none:and=0.09 step:none-none:bracket=0.1 step:none-none:join=-0.11
        step:none-none:versus=0.31 step:none-none:with=-0.1 step:other=-0.8 step:same:characteristic=-0.91 step:same:event=0.47
        step:same:form0=-0.44 step:same:form1=0.67 step:same:inside=-0.37 step:same:inside:join=-0.08 step:same:inside:m1=-0.23
        step:same:inside:m2=-0.14 step:same:inside:stop=-0.26 step:same:inside:with=0.28 step:same:inside:words=-0.32
        step:same:outside=0.6 step:same:outside:bracket=0.3 step:same:outside:join=-0.2 step:same:outside:m0=0.32
        step:same:outside:m1=0.35 step:same:outside:stop=-0.38 step:same:outside:versus=0.82 step:same:outside:with=0.16
        step:same:outside:words=-0.18 step:same:response=0.5 step:same:survival=0.23 step:term-again=-1.22 step:to-none=-0.56
        step:to-none:and=-0.23 step:to-none:bracket=-0.28 step:to-none:join=-0.3 step:to-none:versus=-0.38 step:to-none:with=0.1
        step:to-none:words=0.47 survival:A:bare=-0.1 survival:A:f0:m0=0.15 survival:A:f0:m1=0.12 survival:A:f0:m2=-0.12
        survival:A:f1:m0=0.29 survival:A:f1:m1=-0.19 survival:A:f2:m0=0.08 survival:A:f3:m0=0.28 survival:A:f3:m1=0.17
        survival:B:f0:m0=-0.73 survival:B:f0:m1=-0.41 survival:B:f0:m2=-0.19 survival:B:f1:m0=0.08 survival:B:f1:m1=0.1
        survival:B:glue=-0.35 survival:count=-1.03 survival:mnext:(=-0.18 survival:mnext:,=-0.31 survival:mnext:-=-0.14
        survival:mnext:after=-0.42 survival:mnext:at=0.17 survival:mnext:for=0.48 survival:mnext:in=-0.48 survival:mnext:of=0.16
        survival:mnext:rate=0.32 survival:mnext:rates=0.41 survival:mnext:was=-0.18 survival:mnext:were=-0.36
        survival:mprev:and=-0.41 survival:mprev:for=-0.08 survival:mprev:month=0.16 survival:mprev:of=-0.11 survival:mprev:the=0.24
        survival:n=-0.39 survival:next=-0.22 survival:no=-0.24 survival:np=-0.18 survival:npo=0.11 survival:p=1.26
        survival:section:=0.22 survival:section:pati=-0.37 survival:section:resu=-0.27 term:abdominal_pain=-0.53 term:adrenal=-0.15
        term:alive=0.4 term:anaemia=0.38 term:any_adverse_event=-0.75 term:any_shrinkage=-0.46 term:atypical_carcinoid=0.21
        term:biliary=-0.39 term:biochemical_partial_response=0.62 term:carcinoid_syndrome=0.59 term:chemotherapy=0.31 term:colon=0.36
        term:colorectal=0.11 term:complete_response=0.33 term:dead=0.47 term:death=-1.53 term:dfs=0.16 term:diabetes=-0.15
        term:diarrhoea=-0.49 term:discontinuation=-0.35 term:disease_control=0.2 term:dor=-0.2 term:dose_reduction=0.23 term:dss=0.19
        term:durable_response=-0.14 term:extensive=0.23 term:extra_adrenal_paraganglia=-0.66 term:extrapancreatic=0.27
        term:fatigue=-0.33 term:febrile_neutropenia=0.2 term:fever=0.15 term:first=-0.41 term:flushing=-1.18 term:foregut=0.34
        term:functioning=0.2 term:g1=-0.24 term:g2=0.19 term:g3=-0.77 term:gastroenteropancreatic=-0.33 term:gastrointestinal=0.47
        term:genitourinary=-0.76 term:gynaecological=-0.28 term:haematological_toxicity=0.11 term:headache=0.16
        term:hepatotoxicity=0.2 term:hindgut=0.11 term:hyperglycaemia=0.11 term:hypertension=0.17 term:hypertension_control=0.44
        term:hypothyroidism=0.24 term:ileum=0.24 term:immune_related=0.13 term:infection=0.15 term:large_cell_nec=-0.14
        term:leukopenia=0.41 term:limited=0.26 term:liver=-0.16 term:lung=0.28 term:lymphopenia=0.28 term:male=0.27
        term:mds_or_leukaemia=0.51 term:metastatic=0.5 term:midgut=0.12 term:mucositis=0.68 term:myelodysplastic_syndrome=0.17
        term:nausea=0.16 term:nausea_or_vomiting=-0.19 term:nephrotoxicity=0.23 term:neutropenia=0.82 term:nonfunctioning=-0.22
        term:not_evaluable=-0.11 term:objective_response=0.17 term:os=0.4 term:paraganglia=-0.28 term:partial_response=0.54
        term:pfs=-0.48 term:procedural_complication=-0.08 term:progression_free=0.14 term:progressive_disease=-0.22 term:rash=-0.12
        term:rectum=-0.46 term:recurrence=-0.13 term:resection=-1.13 term:scintigraphic_response=-0.19 term:second=-0.92
        term:serious_adverse_event=0.35 term:skin=-0.46 term:small_cell_nec=-0.84 term:small_intestine=0.47
        term:somatostatin_analogue=0.5 term:stable_disease=0.39 term:surgery=-0.29 term:symptomatic_complete_response=0.34
        term:symptomatic_progression=-0.15 term:symptomatic_response=0.73 term:thoracic=0.11 term:thrombocytopenia=0.47
        term:thymus=0.4 term:thyroid_medullary=-0.39 term:ttp=-0.13 term:typical_carcinoid=-0.14 term:unclear=-1.37 term:unknown=0.39
        term:weight_gain=-0.59 word:no_change=-0.35 word:progressed=0.11 word:progression=-0.25 word:responded=0.17
        word:responders=-0.16 word:response=-1.21 word:responses=-0.23 word:stable=-0.61 word:survival=-0.49
        """
    ),
    "time": _read(
        """
        A:close=-0.48 A:comma=-0.23 A:f0:m0:firstM=-0.13 A:f0:m1:glue=-0.2 A:f0:m2=0.42 A:f0:m2:firstM=0.47 A:f1:m0:firstF=-0.26
        A:f1:m0:firstM=0.23 A:f1:m1:glue=0.31 A:f1:m2=-0.35 A:f1:m2:firstM=-0.33 A:f2:m0=-0.13 A:f2:m0:firstM=-0.15 A:f2:m0:glue=-0.2
        A:f2:m1=0.12 A:f2:m1:firstM=0.21 A:f2:m2=-0.14 A:f2:m2:firstM=-0.13 A:f3:m0=0.23 A:f3:m0:firstM=0.23 A:f3:m0:glue=-0.09
        A:f3:m2=-0.21 A:f3:m2:firstM=-0.11 A:firstF=-0.39 A:firstM=0.32 A:gap:,=0.14 A:gap:-=0.41 A:gap::=0.08 A:gap:_=-0.12
        A:gap:_to=-0.27 A:gap:and_os_were=0.11 A:gap:and_overall_survival_were=0.28 A:gap:of=0.74 A:gap:time_was=0.11 A:gap:was=0.1
        A:gap:were=-0.62 A:len10=0.12 A:len120=-0.16 A:len3=0.13 A:len60=0.09 A:lenfar=-0.21 A:m0:bare=0.24 A:m0:firstF=-0.16
        A:m0:firstM=0.19 A:m0:glue=-0.19 A:m0:next:(=-0.16 A:m0:next:)=-0.13 A:m0:next:-=-0.52 A:m0:next:.=0.41 A:m0:next:after=-0.29
        A:m0:next:and=-0.32 A:m0:next:c=0.12 A:m0:next:end=-0.25 A:m0:next:for=0.35 A:m0:next:in=0.18 A:m0:next:months=0.14
        A:m0:next:versus=0.16 A:m0:next:vs=0.37 A:m0:next:with=0.14 A:m0:prev:,=0.14 A:m0:prev:-=-0.49 A:m0:prev:;=0.14
        A:m0:prev:==-0.12 A:m0:prev:and=-0.25 A:m0:prev:from=0.15 A:m0:prev:is=0.25 A:m0:prev:least=-0.37 A:m0:prev:months=-0.14
        A:m0:prev:to=-0.12 A:m0:prev:versus=0.17 A:m0:prev:vs=0.49 A:m0:prev:was=0.75 A:m0:prev:were=-0.34 A:m1:firstF=-0.23
        A:m1:firstM=0.13 A:m1:glue=0.19 A:m1:next:)=-0.44 A:m1:next:,=0.39 A:m1:next:-=0.26 A:m1:next:.=-0.15 A:m1:next:and=0.32
        A:m1:next:end=-0.12 A:m1:next:for=-0.13 A:m1:next:in=0.08 A:m1:next:months=-0.08 A:m1:next:with=0.2 A:m1:prev:(=0.35
        A:m1:prev:,=-0.16 A:m1:prev:of=-0.6 A:m1:prev:vs=0.26 A:m1:prev:was=-0.17 A:m1:prev:were=0.48 A:open=-0.48 A:stop=-0.63
        A:w:all=0.25 A:w:arm=0.13 A:w:as=0.36 A:w:at=-0.22 A:w:but=-0.14 A:w:by=0.32 A:w:compared=0.41 A:w:duration=0.17
        A:w:follow=-0.72 A:w:for=0.88 A:w:had=-0.13 A:w:in=0.34 A:w:is=-0.22 A:w:least=-0.38 A:w:median=-0.14 A:w:months=0.19
        A:w:of=-0.67 A:w:or=-0.52 A:w:other=-0.23 A:w:per=0.17 A:w:rate=-0.26 A:w:reached=0.18 A:w:receiving=0.09 A:w:showed=-0.12
        A:w:significantly=0.29 A:w:those=0.09 A:w:to=-0.76 A:w:treated=0.23 A:w:tumors=0.08 A:w:v=0.1 A:w:versus=0.31 A:w:vs=0.77
        A:w:was=0.15 A:w:weeks=-0.49 A:w:were=0.38 A:w:while=0.18 A:w:who=0.29 A:w:with=-0.83 A:w:without=0.18 A:w:years=-0.37
        B:close=-0.08 B:comma=-0.63 B:f0:m0=-0.35 B:f0:m0:firstF=-0.19 B:f0:m0:firstM=-0.16 B:f0:m0:glue=0.16 B:f0:m2=-0.09
        B:firstF=-0.55 B:firstM=-0.24 B:gap:,_median=0.52 B:gap:,_the_median=-0.16 B:gap:-=-0.1 B:gap:and_the=-0.08 B:gap:of=0.37
        B:len10=0.72 B:len120=-0.21 B:len25=-0.34 B:len3=-0.38 B:len60=-0.38 B:lenfar=-0.21 B:m0:bare=-0.13 B:m0:firstF=-0.22
        B:m0:firstM=-0.16 B:m0:glue=0.16 B:m0:had=-0.09 B:m0:next:,=-0.08 B:m0:next:-=-0.11 B:m0:next:.=-0.12 B:m0:next:and=-0.24
        B:m0:next:of=0.37 B:m0:prev:,=0.11 B:m0:prev:and=0.22 B:m0:prev:of=-0.11 B:m0:prev:was=-0.33 B:m1:firstF=-0.33
        B:m1:next:(=0.1 B:m1:next:,=-0.16 B:m1:prev:-=-0.1 B:m1:prev:of=-0.23 B:m1:prev:was=-0.21 B:stop=-0.28 B:w:and=-0.54
        B:w:follow=-0.11 B:w:in=-0.1 B:w:months=-0.17 B:w:of=0.18 B:w:overall=-0.17 B:w:to=-0.11 B:w:was=-0.11 B:w:were=-0.1
        B:w:with=-0.22 B:w:year=-0.16 bare:A:m0=-0.62 bare:A:m1=0.18 kind:quantity=-1.1 kind:survival=0.23 list=0.76 list:block=0.62
        list:exact=-0.1 list:not=-1.12 list:not:block=-0.58 list:not:exact=-0.31 next:f0:m0=0.17 none=0.87 none:bare=0.52
        none:bare:next:(=0.24 none:bare:next:)=0.43 none:bare:next:,=0.08 none:bare:next:-=-0.08 none:bare:next:;=0.13
        none:baseline=-0.15 none:bound=1.14 none:first:bare=0.27 none:first:time=0.39 none:near10=-0.28 none:near25=0.23
        none:near3=0.69 none:near60=0.1 none:nearfar=0.08 none:next:(=0.08 none:next:)=0.59 none:next:,=-0.13 none:next:-=0.42
        none:next:after=0.38 none:next:and=0.26 none:next:end=0.37 none:next:for=-0.2 none:next:from=0.52 none:next:in=-0.18
        none:next:m=-0.11 none:next:to=-0.1 none:next:versus=-0.17 none:next:vs=-0.43 none:next:with=-0.33 none:people:time=-0.23
        none:prev:(=-0.31 none:prev:,=-0.34 none:prev:-=0.59 none:prev:;=-0.18 none:prev:==0.18 none:prev:>=0.39 none:prev:from=-0.38
        none:prev:is=-0.26 none:prev:least=0.43 none:prev:months=0.32 none:prev:of=1.0 none:prev:to=0.21 none:prev:versus=-0.15
        none:prev:vs=-0.74 none:prev:were=-0.13 none:section:=0.16 none:section:back=-0.14 none:section:meth=0.4
        none:section:obje=-0.1 none:section:purp=0.23 none:section:resu=0.19 none:some=-0.26 none:time=0.35 none:time:next:(=-0.16
        none:time:next:)=0.16 none:time:next:,=-0.21 none:time:next:-=0.5 none:time:next:.=0.39 none:time:next:;=-0.1
        none:time:next:after=0.38 none:time:next:and=0.3 none:time:next:c=-0.17 none:time:next:end=-0.24 none:time:next:for=-0.1
        none:time:next:from=0.28 none:time:next:in=0.18 none:time:next:m=-0.11 none:time:next:months=-0.18
        none:time:next:versus=-0.17 none:time:next:vs=-0.34 none:time:next:with=-0.33 quantity:A:f0:m0=-0.81 quantity:A:f1:m0=-0.14
        quantity:A:glue=-0.61 quantity:bare=-0.09 quantity:mnext:-=-0.18 quantity:mnext:of=-0.18 quantity:mnext:was=-0.44
        quantity:mprev:-=-0.92 quantity:mprev:of=-0.09 quantity:section:=-0.31 quantity:section:pati=-0.25
        quantity:section:resu=-0.43 quantity:time=-1.01 rate:time=-0.31 same:A=-0.14 same:B=-0.25 same:not:A=-0.26 same:not:B=-0.15
        step:AA=0.2 step:AB=-0.1 step:BA=-0.52 step:BB=0.68 step:back=-0.52 step:back:AA=-0.28 step:back:BA=-0.24 step:back:and=-0.22
        step:back:bracket=-0.18 step:back:with=0.1 step:back:words=-0.15 step:from-none=-0.49 step:from-none:and=-0.26
        step:from-none:bracket=-0.1 step:from-none:join=-0.35 step:from-none:stop=0.12 step:from-none:versus=-0.24
        step:from-none:with=0.09 step:from-none:words=0.25 step:kind=0.55 step:later=-0.19 step:later:AA=-0.25 step:later:BB=0.1
        step:later:and=0.16 step:later:stop=-0.25 step:next=0.98 step:next:AA=0.73 step:next:BA=-0.26 step:next:BB=0.58
        step:next:and=0.78 step:next:join=0.17 step:next:stop=-0.19 step:next:versus=-0.1 step:next:with=0.09 step:next:words=0.3
        step:none-none=0.31 step:none-none:and=0.97 step:none-none:bracket=-0.13 step:none-none:join=0.47 step:none-none:stop=-0.2
        step:none-none:versus=-0.26 step:none-none:with=-0.56 step:other=-0.29 step:same:form0=-0.33 step:same:form1=0.34
        step:same:inside=-0.31 step:same:inside:m2=-0.31 step:same:inside:stop=-0.15 step:same:inside:with=-0.12
        step:same:outside=0.32 step:same:outside:and=-0.54 step:same:outside:bracket=-0.26 step:same:outside:join=0.1
        step:same:outside:m0=0.66 step:same:outside:m1=-0.23 step:same:outside:m2=-0.11 step:same:outside:stop=0.2
        step:same:outside:versus=0.86 step:same:outside:with=0.46 step:same:outside:words=-0.5 step:term-again=-1.13
        step:to-none=-0.1 step:to-none:and=-0.9 step:to-none:bracket=0.76 step:to-none:join=-0.4 step:to-none:stop=0.55
        step:to-none:versus=-0.22 step:to-none:words=0.18 survival:A:bare=0.3 survival:A:f0:m0=0.75 survival:A:f0:m2=0.42
        survival:A:f1:m0=0.11 survival:A:f1:m2=-0.35 survival:A:f2:m0=-0.09 survival:A:f2:m1=0.13 survival:A:f2:m2=-0.13
        survival:A:f3:m0=0.24 survival:A:f3:m2=-0.21 survival:A:glue=0.6 survival:B:bare=-0.12 survival:B:f0:m0=-0.29
        survival:B:f0:m2=-0.09 survival:B:glue=0.15 survival:bare=-0.42 survival:mnext:(=0.23 survival:mnext:,=0.25
        survival:mnext:-=-0.15 survival:mnext:after=-0.19 survival:mnext:and=0.14 survival:mnext:at=-0.16 survival:mnext:by=0.46
        survival:mnext:for=0.4 survival:mnext:from=-0.18 survival:mnext:in=-0.11 survival:mnext:is=-0.16 survival:mnext:of=0.5
        survival:mnext:on=-0.3 survival:mnext:rate=-0.25 survival:mnext:were=-0.25 survival:mnext:with=0.29 survival:mprev:-=0.1
        survival:mprev:a=0.44 survival:mprev:and=-0.42 survival:mprev:for=-0.09 survival:mprev:in=0.13 survival:mprev:of=0.12
        survival:mprev:response=0.11 survival:mprev:the=0.22 survival:mprev:with=-0.44 survival:next=0.17 survival:section:=0.14
        survival:section:back=0.14 survival:section:meth=-0.34 survival:section:obje=0.13 survival:section:pati=0.3
        survival:section:purp=-0.22 survival:section:resu=0.24 survival:time=0.66 term:age=-0.33 term:dfs=0.13 term:dosd=0.69
        term:dss=-0.24 term:duration=-1.9 term:follow_up=-0.52 term:os=0.65 term:other_time=-0.09 term:pfs=0.42
        term:treatment_duration=-0.15 time:A:m0=0.64 time:A:m1=-0.27 time:B:m0=-0.33 time:B:m1=-0.4 word:survival=-0.69
        """
    ),
    "flow": _read(
        """
        assigned:ahead:after=-0.09 assigned:ahead:analysis=-0.13 assigned:ahead:assigned=0.22 assigned:ahead:cohort=-0.08
        assigned:ahead:enrolled=0.1 assigned:ahead:had=0.17 assigned:ahead:included=0.09 assigned:ahead:includin=-0.17
        assigned:ahead:median=0.13 assigned:ahead:overall=0.17 assigned:ahead:prior=-0.09 assigned:ahead:received=-0.31
        assigned:ahead:who=-0.11 assigned:ahead:with=0.29 assigned:arm:False:False=-0.21 assigned:arm:False:True=0.2
        assigned:arm:True=0.17 assigned:arm:True:True=0.17 assigned:bias=-0.43 assigned:design:phase=0.23
        assigned:design:phase:count=0.22 assigned:design:prospective:count=0.27 assigned:design:prospective:n=-0.31
        assigned:design:randomized=1.33 assigned:design:randomized:count=0.9 assigned:design:randomized:n=0.43
        assigned:design:retrospective=-0.49 assigned:design:retrospective:count=-0.29 assigned:design:retrospective:n=-0.2
        assigned:design:series=-0.26 assigned:design:series:n=-0.22 assigned:early:0=0.15 assigned:early:2=-0.31
        assigned:early:3=-0.33 assigned:first:False=-0.18 assigned:first:True=-0.25 assigned:kind:count=-0.59 assigned:kind:n=0.17
        assigned:left:(=0.48 assigned:left:,=-0.14 assigned:left::=-0.16 assigned:left:;=0.24 assigned:left:all=0.21
        assigned:left:among=-0.27 assigned:left:and=-0.34 assigned:left:enrolled=0.13 assigned:left:includin=-0.17
        assigned:left:methods=0.15 assigned:left:start=-0.31 assigned:left:the=0.21 assigned:left:vs=-0.1 assigned:left:was=-0.17
        assigned:near:analysis=0.17 assigned:near:analyzed=0.09 assigned:near:assigned=0.3 assigned:near:cohort=-0.39
        assigned:near:enrolled=-0.14 assigned:near:entered=-0.16 assigned:near:follow=0.14 assigned:near:grade=0.22
        assigned:near:had=-0.16 assigned:near:included=-0.2 assigned:near:median=0.17 assigned:near:previous=0.18
        assigned:near:randomiz=0.5 assigned:near:received=-0.28 assigned:near:response=-0.33 assigned:near:treated=-0.23
        assigned:near:treatmen=-0.26 assigned:near:were=0.17 assigned:near:with=-0.09 assigned:plan=0.2
        assigned:receiv:False:True=0.21 assigned:result:False=0.28 assigned:result:True=-0.11 assigned:section:=-0.1
        assigned:section:meth=-0.19 assigned:section:obje=0.35 assigned:section:pati=0.13 assigned:section:purp=-0.09
        assigned:section:resu=-0.35 assigned:size:1=-0.5 assigned:size:2=-0.38 assigned:size:3=0.49 assigned:verb:-=-0.19
        assigned:verb:assigned=0.32 assigned:verb:assigned:phase=0.2 assigned:verb:assigned:randomized=0.19
        assigned:verb:enrolled=-0.13 assigned:verb:entered=-0.16 assigned:verb:had=-0.1 assigned:verb:randomiz=0.28
        assigned:verb:randomiz:phase=0.2 assigned:verb:randomiz:randomized=0.28 assigned:verb:received=-0.12
        assigned:verb:treated=-0.16 assigned:verb:with:prospective=-0.09 assigned:verb:with:randomized=0.29
        assigned:verb:with:series=-0.08 enrolled:ahead:after=-0.2 enrolled:ahead:analyzed=0.13 enrolled:ahead:availabl=0.1
        enrolled:ahead:cohort=0.14 enrolled:ahead:efficacy=-0.14 enrolled:ahead:enrolled=0.25 enrolled:ahead:evaluabl=-0.1
        enrolled:ahead:follow=0.09 enrolled:ahead:grade=-0.14 enrolled:ahead:identifi=0.23 enrolled:ahead:included=0.13
        enrolled:ahead:of=-0.27 enrolled:ahead:overall=0.19 enrolled:ahead:primary=-0.11 enrolled:ahead:prior=-0.08
        enrolled:ahead:response=-0.29 enrolled:ahead:total=0.24 enrolled:ahead:underwen=0.1 enrolled:ahead:were=-0.28
        enrolled:arm:False:False=0.21 enrolled:arm:False:True=-0.14 enrolled:arm:True:True=-0.09 enrolled:bias=0.2
        enrolled:design:randomized=-0.3 enrolled:design:randomized:count=-0.15 enrolled:design:randomized:n=-0.16
        enrolled:design:retrospective=0.14 enrolled:design:retrospective:count=0.13 enrolled:design:series=0.32
        enrolled:design:series:count=0.24 enrolled:early:0=0.23 enrolled:early:1=0.23 enrolled:early:3=-0.32
        enrolled:first:False=-0.09 enrolled:first:True=0.28 enrolled:kind:count=0.15 enrolled:left:(=-0.3 enrolled:left:,=0.11
        enrolled:left::=0.24 enrolled:left:;=-0.28 enrolled:left:all=0.32 enrolled:left:among=0.16 enrolled:left:analyzed=0.21
        enrolled:left:and=-0.14 enrolled:left:enrolled=0.38 enrolled:left:from=0.25 enrolled:left:identifi=0.29
        enrolled:left:in=-0.81 enrolled:left:included=0.3 enrolled:left:includin=0.08 enrolled:left:of=0.24 enrolled:left:only=0.17
        enrolled:left:results=0.09 enrolled:left:start=-0.16 enrolled:left:to=-0.19 enrolled:left:was=-0.09 enrolled:left:were=0.15
        enrolled:left:while=-0.08 enrolled:left:with=0.18 enrolled:near:analysis=0.27 enrolled:near:assigned=-0.27
        enrolled:near:cohort=0.24 enrolled:near:complete=-0.15 enrolled:near:consecut=-0.13 enrolled:near:diagnose=0.4
        enrolled:near:eligible=-0.14 enrolled:near:enrolled=0.82 enrolled:near:entered=0.49 enrolled:near:evaluabl=-0.15
        enrolled:near:followed=-0.08 enrolled:near:grade=-0.14 enrolled:near:had=0.14 enrolled:near:identifi=0.41
        enrolled:near:included=0.39 enrolled:near:includin=0.2 enrolled:near:median=0.33 enrolled:near:of=0.15
        enrolled:near:primary=0.33 enrolled:near:randomiz=-0.12 enrolled:near:received=0.41 enrolled:near:receivin=-0.16
        enrolled:near:recruite=0.43 enrolled:near:responde=-0.12 enrolled:near:response=-0.38 enrolled:near:total=0.13
        enrolled:near:treatmen=-0.43 enrolled:near:underwen=-0.14 enrolled:near:were=0.14 enrolled:near:who=-0.31
        enrolled:near:with=-0.13 enrolled:section:=-0.13 enrolled:section:back=0.16 enrolled:section:find=0.09
        enrolled:section:meth=-0.24 enrolled:section:pati=0.16 enrolled:section:purp=0.17 enrolled:section:resu=-0.14
        enrolled:size:4=0.14 enrolled:verb:-=-0.22 enrolled:verb:assigned=-0.16 enrolled:verb:assigned:phase=-0.1
        enrolled:verb:assigned:randomized=-0.13 enrolled:verb:complete=-0.12 enrolled:verb:diagnose=0.29
        enrolled:verb:diagnose:retrospective=0.11 enrolled:verb:died=-0.13 enrolled:verb:enrolled=0.78
        enrolled:verb:enrolled:phase=0.55 enrolled:verb:enrolled:prospective=0.11 enrolled:verb:enrolled:randomized=0.33
        enrolled:verb:entered=0.36 enrolled:verb:evaluabl=-0.12 enrolled:verb:had=-0.17 enrolled:verb:had:phase=0.16
        enrolled:verb:had:retrospective=0.14 enrolled:verb:identifi=0.28 enrolled:verb:identifi:series=0.22
        enrolled:verb:included=0.18 enrolled:verb:included:phase=0.13 enrolled:verb:included:prospective=-0.15
        enrolled:verb:included:series=-0.1 enrolled:verb:of=0.23 enrolled:verb:of:retrospective=0.37 enrolled:verb:randomiz=-0.12
        enrolled:verb:randomiz:phase=-0.09 enrolled:verb:randomiz:randomized=-0.12 enrolled:verb:received=-0.47
        enrolled:verb:received:phase=-0.32 enrolled:verb:received:randomized=-0.13 enrolled:verb:received:series=-0.22
        enrolled:verb:receivin=-0.11 enrolled:verb:recruite=0.25 enrolled:verb:recruite:phase=0.16 enrolled:verb:treated=-0.32
        enrolled:verb:treated:phase=0.21 enrolled:verb:treated:prospective=-0.13 enrolled:verb:treated:retrospective=-0.18
        enrolled:verb:treated:series=-0.14 enrolled:verb:underwen:retrospective=0.16 enrolled:verb:with=0.19
        enrolled:verb:with:prospective=0.15 enrolled:verb:with:randomized=-0.1 enrolled:verb:with:retrospective=-0.09
        enrolled:verb:with:series=-0.14 evaluable:ahead:analysis=0.29 evaluable:ahead:availabl=0.26 evaluable:ahead:cohort=0.24
        evaluable:ahead:efficacy=0.33 evaluable:ahead:enrolled=0.19 evaluable:ahead:evaluabl=0.25 evaluable:ahead:follow=0.09
        evaluable:ahead:had=-0.08 evaluable:ahead:includin=-0.1 evaluable:ahead:median=-0.18 evaluable:ahead:of=-0.24
        evaluable:ahead:overall=-0.09 evaluable:ahead:prior=0.12 evaluable:ahead:randomiz=0.11 evaluable:ahead:retrospe=-0.14
        evaluable:ahead:total=-0.09 evaluable:ahead:treatmen=0.12 evaluable:ahead:were=-0.22 evaluable:ahead:who=0.08
        evaluable:ahead:with=-0.11 evaluable:arm:False=-0.16 evaluable:arm:False:False=-0.13 evaluable:arm:True=-0.12
        evaluable:arm:True:False=-0.1 evaluable:bias=-0.33 evaluable:design:phase:count=0.19 evaluable:design:phase:n=-0.13
        evaluable:design:randomized=-0.42 evaluable:design:randomized:count=-0.28 evaluable:design:randomized:n=-0.14
        evaluable:design:retrospective=0.1 evaluable:design:retrospective:count=0.08 evaluable:design:series=-0.29
        evaluable:design:series:count=-0.23 evaluable:early:0=-0.29 evaluable:early:1=-0.27 evaluable:early:3=0.2
        evaluable:first:True=-0.37 evaluable:kind:n=-0.27 evaluable:left:(=-0.27 evaluable:left:,=-0.09 evaluable:left:from=-0.09
        evaluable:left:included=-0.09 evaluable:left:includin=-0.09 evaluable:left:of=0.08 evaluable:left:start=-0.24
        evaluable:near:after=-0.1 evaluable:near:analyzed=0.11 evaluable:near:assessab=0.31 evaluable:near:complete=-0.12
        evaluable:near:efficacy=0.23 evaluable:near:enrolled=-0.22 evaluable:near:evaluabl=0.55 evaluable:near:grade=-0.11
        evaluable:near:had=-0.34 evaluable:near:identifi=-0.11 evaluable:near:median=-0.19 evaluable:near:of=-0.23
        evaluable:near:primary=0.32 evaluable:near:received=-0.16 evaluable:near:receivin=0.08 evaluable:near:response=0.59
        evaluable:near:treated=-0.1 evaluable:near:treatmen=0.32 evaluable:near:underwen=-0.12 evaluable:near:were=0.22
        evaluable:near:with=-0.13 evaluable:plan=-0.16 evaluable:receiv:True:False=-0.11 evaluable:receiv:True:True=-0.1
        evaluable:result:False=-0.33 evaluable:section:find=-0.08 evaluable:section:meth=-0.13 evaluable:size:1=-0.49
        evaluable:size:2=0.1 evaluable:size:3=0.17 evaluable:size:4=-0.11 evaluable:verb:-=0.27 evaluable:verb:enrolled=-0.17
        evaluable:verb:enrolled:phase=-0.14 evaluable:verb:evaluabl=0.47 evaluable:verb:evaluabl:phase=0.28
        evaluable:verb:had:phase=0.21 evaluable:verb:had:retrospective=-0.11 evaluable:verb:included:phase=0.12
        evaluable:verb:included:series=0.14 evaluable:verb:received=-0.24 evaluable:verb:received:phase=-0.11
        evaluable:verb:received:retrospective=-0.1 evaluable:verb:treated:phase=-0.1 evaluable:verb:treated:retrospective=-0.09
        evaluable:verb:underwen=-0.1 evaluable:verb:with=-0.14 evaluable:verb:with:prospective=-0.18
        evaluable:verb:with:retrospective=0.21 evaluable:verb:with:series=-0.08 none:ahead:after=0.15 none:ahead:analysis=0.09
        none:ahead:analyzed=-0.16 none:ahead:assigned=-0.1 none:ahead:cohort=-0.48 none:ahead:complete=0.11 none:ahead:diagnose=0.16
        none:ahead:disconti=0.19 none:ahead:efficacy=-0.1 none:ahead:enrolled=-0.43 none:ahead:follow=0.15 none:ahead:grade=0.3
        none:ahead:identifi=-0.24 none:ahead:includin=0.32 none:ahead:median=-0.08 none:ahead:of=0.17 none:ahead:overall=-0.15
        none:ahead:primary=0.4 none:ahead:prior=0.19 none:ahead:received=-0.2 none:ahead:response=0.25 none:ahead:retrospe=-0.22
        none:ahead:total=-0.12 none:ahead:treated=-0.16 none:ahead:treatmen=-0.17 none:ahead:were=0.16 none:ahead:with=0.1
        none:arm:False=0.17 none:arm:False:True=0.11 none:bias=0.5 none:design:phase:count=-0.11 none:design:phase:n=0.12
        none:design:prospective:count=-0.13 none:design:prospective:n=0.2 none:design:randomized=-0.2
        none:design:randomized:count=-0.15 none:design:retrospective:count=0.09 none:design:retrospective:n=-0.11
        none:design:series=0.15 none:design:series:n=0.1 none:early:0=-0.43 none:early:2=0.27 none:early:3=0.71 none:first:False=0.4
        none:first:True=0.1 none:kind:count=0.37 none:kind:n=0.13 none:left:(=0.21 none:left:,=-0.12 none:left::=-0.31
        none:left:;=0.18 none:left:all=-0.63 none:left:among=0.29 none:left:analyzed=-0.14 none:left:and=0.45 none:left:but=0.08
        none:left:enrolled=-0.38 none:left:for=0.24 none:left:from=0.11 none:left:identifi=-0.31 none:left:in=0.5
        none:left:included=-0.1 none:left:includin=0.3 none:left:of=-0.19 none:left:results=-0.27 none:left:start=0.48
        none:left:the=-0.33 none:left:these=0.1 none:left:vs=0.22 none:left:was=0.41 none:left:while=0.09 none:near:after=0.29
        none:near:analysis=-0.28 none:near:assessab=-0.23 none:near:assigned=0.14 none:near:cohort=0.22 none:near:complete=0.14
        none:near:consecut=0.15 none:near:diagnose=-0.12 none:near:died=0.26 none:near:disconti=0.27 none:near:efficacy=-0.09
        none:near:eligible=0.14 none:near:enrolled=-0.11 none:near:entered=-0.32 none:near:followed=-0.09 none:near:followin=0.11
        none:near:grade=0.13 none:near:had=0.23 none:near:identifi=-0.14 none:near:included=-0.2 none:near:includin=0.25
        none:near:median=-0.21 none:near:overall=0.11 none:near:previous=-0.11 none:near:primary=-0.26 none:near:randomiz=-0.14
        none:near:received=-0.27 none:near:receivin=0.11 none:near:recruite=-0.16 none:near:responde=0.23 none:near:response=0.29
        none:near:studied=-0.18 none:near:treated=-0.26 none:near:treatmen=0.44 none:near:were=-0.4 none:near:who=0.18 none:plan=0.22
        none:receiv:False:False=0.2 none:result:False=0.12 none:section:=0.19 none:section:back=0.15 none:section:find=0.14
        none:section:meth=0.24 none:section:obje=-0.42 none:section:pati=-0.14 none:section:purp=0.11 none:section:resu=0.22
        none:size:1=1.38 none:size:2=-0.25 none:size:3=-0.75 none:verb:-=0.29 none:verb:complete=0.12 none:verb:diagnose=-0.14
        none:verb:died=0.31 none:verb:died:retrospective=0.16 none:verb:disconti=0.25 none:verb:enrolled=-0.41
        none:verb:enrolled:phase=-0.21 none:verb:enrolled:randomized=-0.15 none:verb:enrolled:retrospective=-0.09
        none:verb:entered=-0.3 none:verb:evaluabl=-0.16 none:verb:evaluabl:phase=-0.14 none:verb:had=0.68 none:verb:had:phase=-0.09
        none:verb:had:retrospective=0.16 none:verb:had:series=0.09 none:verb:identifi=-0.2 none:verb:identifi:series=-0.08
        none:verb:included=-0.37 none:verb:included:phase=-0.18 none:verb:of:retrospective=-0.15 none:verb:received:prospective=-0.12
        none:verb:received:randomized=0.34 none:verb:receivin=0.13 none:verb:recruite=-0.11 none:verb:recruite:phase=-0.09
        none:verb:treated:prospective=-0.16 none:verb:treated:retrospective=0.31 none:verb:underwen=-0.19
        none:verb:underwen:retrospective=-0.23 none:verb:with=-0.33 none:verb:with:prospective=0.11 none:verb:with:series=0.22
        step:001:count=0.7 step:001:n=0.59 step:010:count=-0.14 step:010:n=-0.68 step:100:count=-0.28 step:100:n=-0.62
        step:110:count=-0.6 step:110:n=-0.57 step:111:count=0.32 step:111:n=1.28 treated:ahead:after=0.21
        treated:ahead:analysis=-0.22 treated:ahead:analyzed=0.14 treated:ahead:availabl=-0.35 treated:ahead:cohort=0.19
        treated:ahead:diagnose=-0.15 treated:ahead:disconti=-0.11 treated:ahead:enrolled=-0.1 treated:ahead:evaluabl=-0.12
        treated:ahead:follow=-0.26 treated:ahead:grade=-0.08 treated:ahead:had=-0.09 treated:ahead:included=-0.24
        treated:ahead:includin=-0.13 treated:ahead:median=0.09 treated:ahead:of=0.39 treated:ahead:overall=-0.12
        treated:ahead:primary=-0.28 treated:ahead:prior=-0.14 treated:ahead:randomiz=-0.11 treated:ahead:received=0.55
        treated:ahead:retrospe=0.34 treated:ahead:studied=-0.08 treated:ahead:treated=0.15 treated:ahead:were=0.27
        treated:ahead:with=-0.23 treated:arm:False:True=-0.14 treated:arm:True:False=0.11 treated:arm:True:True=-0.11
        treated:design:phase=-0.31 treated:design:phase:count=-0.31 treated:design:prospective:count=-0.17
        treated:design:prospective:n=0.17 treated:design:randomized=-0.41 treated:design:randomized:count=-0.31
        treated:design:randomized:n=-0.1 treated:design:retrospective=0.27 treated:design:retrospective:n=0.28
        treated:design:series=0.08 treated:design:series:n=0.11 treated:early:0=0.34 treated:early:3=-0.26 treated:first:False=-0.17
        treated:first:True=0.23 treated:kind:count=0.13 treated:left:(=-0.12 treated:left:,=0.25 treated:left::=0.25
        treated:left:;=-0.13 treated:left:all=0.09 treated:left:among=-0.16 treated:left:enrolled=-0.15 treated:left:for=-0.23
        treated:left:from=-0.33 treated:left:in=0.33 treated:left:included=-0.18 treated:left:includin=-0.12
        treated:left:methods=-0.16 treated:left:of=-0.12 treated:left:only=-0.11 treated:left:results=0.1 treated:left:start=0.23
        treated:left:the=0.09 treated:left:to=0.32 treated:left:was=-0.12 treated:left:were=-0.17 treated:near:after=-0.12
        treated:near:analysis=-0.1 treated:near:analyzed=-0.23 treated:near:assigned=-0.11 treated:near:availabl=-0.15
        treated:near:cohort=-0.09 treated:near:complete=0.11 treated:near:diagnose=-0.24 treated:near:died=-0.11
        treated:near:disconti=-0.13 treated:near:eligible=0.08 treated:near:enrolled=-0.35 treated:near:evaluabl=-0.28
        treated:near:follow=-0.16 treated:near:followed=0.14 treated:near:grade=-0.09 treated:near:had=0.13
        treated:near:identifi=-0.12 treated:near:includin=-0.34 treated:near:median=-0.1 treated:near:of=0.09
        treated:near:overall=-0.12 treated:near:primary=-0.33 treated:near:randomiz=-0.16 treated:near:received=0.3
        treated:near:recruite=-0.22 treated:near:response=-0.16 treated:near:studied=0.24 treated:near:total=-0.1
        treated:near:treated=0.58 treated:near:underwen=0.29 treated:near:were=-0.14 treated:near:who=0.16 treated:near:with=0.28
        treated:plan=-0.32 treated:receiv:False:False=-0.21 treated:receiv:False:True=-0.08 treated:receiv:True:False=0.14
        treated:receiv:True:True=0.09 treated:section:back=-0.2 treated:section:find=-0.11 treated:section:meth=0.32
        treated:section:obje=0.11 treated:section:pati=-0.1 treated:section:purp=-0.15 treated:section:resu=0.19 treated:size:1=-0.37
        treated:size:2=0.49 treated:verb:-=-0.13 treated:verb:assigned=-0.12 treated:verb:assigned:randomized=-0.08
        treated:verb:diagnose=-0.13 treated:verb:died=-0.13 treated:verb:disconti=-0.12 treated:verb:enrolled:phase=-0.15
        treated:verb:enrolled:randomized=-0.08 treated:verb:entered=0.15 treated:verb:evaluabl=-0.18 treated:verb:had=-0.45
        treated:verb:had:phase=-0.22 treated:verb:had:retrospective=-0.18 treated:verb:identifi:retrospective=0.11
        treated:verb:identifi:series=-0.12 treated:verb:included=0.2 treated:verb:included:phase=-0.1
        treated:verb:included:prospective=0.21 treated:verb:of=-0.22 treated:verb:of:retrospective=-0.16 treated:verb:received=0.83
        treated:verb:received:phase=0.45 treated:verb:received:prospective=0.11 treated:verb:received:randomized=-0.14
        treated:verb:received:retrospective=0.19 treated:verb:received:series=0.21 treated:verb:recruite=-0.11
        treated:verb:treated=0.64 treated:verb:treated:prospective=0.38 treated:verb:treated:series=0.17 treated:verb:underwen=0.3
        treated:verb:underwen:retrospective=0.14 treated:verb:with=0.28 treated:verb:with:phase=0.11
        treated:verb:with:randomized=-0.2 treated:verb:with:series=0.09
        """
    ),
    "ratio": _read(
        """
        A:colon=0.3 A:f0:m0=0.23 A:f0:m0:firstM=0.16 A:f0:m0:glue=0.31 A:f0:m1=0.23 A:f0:m1:firstM=0.1 A:f0:m2=0.3 A:f0:m2:firstM=0.3
        A:f1:m1=-0.21 A:f1:m1:firstM=-0.15 A:f1:m2=-0.17 A:f1:m2:firstM=-0.16 A:f2:m0=-0.32 A:f2:m0:firstM=-0.33 A:f2:m1=-0.18
        A:f2:m1:firstM=-0.18 A:f3:m0=0.08 A:f3:m0:firstM=0.1 A:f3:m1=-0.23 A:f3:m1:firstM=-0.21 A:f3:m2=0.09 A:f3:m2:firstM=0.14
        A:firstM=-0.23 A:gap:(_vs_,=-0.24 A:gap:(hr=-0.24 A:len10=0.15 A:len25=0.13 A:len60=-0.34 A:lenfar=-0.14 A:m0:bare=-0.09
        A:m0:firstF=0.12 A:m0:glue=0.32 A:m0:next:(=0.11 A:m0:next:)=0.17 A:m0:next:-=0.11 A:m0:next:.=-0.31 A:m0:next:;=0.16
        A:m0:next:and=-0.16 A:m0:next:for=0.15 A:m0:next:in=0.11 A:m0:prev:(=-0.26 A:m0:prev:,=0.14 A:m0:prev:-=-0.1 A:m0:prev:;=0.23
        A:m0:prev:==0.14 A:m0:prev:of=-0.18 A:m0:prev:treatment=0.09 A:m1:firstM=-0.17 A:m1:next:,=0.15 A:m1:prev:(=0.18
        A:m1:prev:,=-0.13 A:m1:prev::=-0.1 A:m1:prev:==-0.15 A:open=0.32 A:semicolon=-0.24 A:stop=-0.17 A:w:after=-0.19 A:w:all=-0.12
        A:w:among=-0.17 A:w:and=-0.25 A:w:arm=0.17 A:w:as=0.27 A:w:at=-0.76 A:w:but=0.2 A:w:difference=0.1 A:w:follow=-0.22
        A:w:for=0.1 A:w:from=0.14 A:w:grade=0.11 A:w:in=0.73 A:w:median=-0.17 A:w:months=0.49 A:w:not=-0.2 A:w:occurred=0.28
        A:w:overall=-0.1 A:w:p=0.12 A:w:patients=0.47 A:w:per=-0.16 A:w:primary=0.15 A:w:pts=0.09 A:w:reduced=-0.09
        A:w:respectively=-0.35 A:w:response=0.18 A:w:showed=-0.29 A:w:significant=-0.12 A:w:significantly=0.08 A:w:than=-0.16
        A:w:to=-0.2 A:w:treated=0.27 A:w:tumor=0.14 A:w:tumors=-0.13 A:w:versus=0.22 A:w:vs=1.01 A:w:was=0.44 A:w:whereas=-0.17
        A:w:while=-0.23 A:w:who=-0.14 A:w:with=-0.21 A:w:without=0.31 A:w:years=-0.5 B:f0:m0:glue=0.09 B:f0:m1=-0.11
        B:f0:m1:firstF=-0.09 B:f1:m0=-0.14 B:f1:m0:firstF=-0.15 B:f2:m0=-0.08 B:f2:m0:firstF=0.12 B:f3:m0=0.19 B:f3:m1=0.1
        B:f3:m1:firstF=0.11 B:firstM=-0.08 B:gap:and=-0.15 B:len25=-0.14 B:len60=-0.23 B:lenfar=0.21 B:m0:had=0.21 B:m0:next:)=-0.1
        B:m0:prev:(=0.14 B:m0:prev:,=-0.1 B:m0:prev:-=-0.1 B:m0:prev:==0.08 B:m1:next:)=-0.15 B:m1:prev:,=0.11 B:m1:prev:;=-0.16
        B:semicolon=-0.24 B:w:and=-0.23 B:w:as=0.32 B:w:for=0.4 B:w:improved=0.27 B:w:in=0.22 B:w:of=-0.14 B:w:overall=0.13
        B:w:significantly=0.12 B:w:tumor=0.15 B:w:were=0.12 B:w:with=0.17 event:A:f0:m0=0.11 event:A:f0:m2=-0.12 event:A:f1:m0=-0.15
        event:A:glue=0.1 event:B:f0:m0=-0.12 event:hr=-0.1 event:mnext:(=-0.12 event:mnext:-=-0.32 event:mnext:was=0.26
        event:mprev:-=-0.15 event:mprev:for=-0.08 event:mprev:of=0.21 event:mprev:who=-0.14 event:p=-0.31 event:section:pati=-0.32
        event:section:resu=-0.08 kind:event=-0.41 kind:response=-0.58 kind:survival=0.67 next:f0:m0=0.19 none=0.32 none:baseline=0.13
        none:baseline:p=0.14 none:first:hr=-0.11 none:hr=0.11 none:hr:next:,=-0.32 none:hr:next:;=0.09 none:near10=0.37
        none:near120=-0.28 none:near25=0.3 none:near3=0.08 none:near60=-0.29 none:nearfar=0.13 none:next:)=0.09 none:next:,=-0.17
        none:next:.=0.35 none:next:;=-0.18 none:next:and=0.08 none:next:for=-0.24 none:next:in=-0.08 none:next:or=0.14 none:p=0.2
        none:p:next:,=0.15 none:p:next:;=-0.27 none:p:next:and=0.1 none:p:next:for=-0.24 none:p:next:in=-0.08 none:p:next:or=0.14
        none:plan=-0.13 none:prev::=0.09 none:prev:months=-0.1 none:prev:of=0.27 none:section:=-0.08 none:section:back=-0.14
        none:section:obje=-0.12 none:section:resu=0.16 none:some=0.26 p:A:m1=-0.15 rate:p=0.29 response:A:bare=-0.1
        response:A:f0:m0=0.17 response:A:f0:m1=-0.27 response:A:f0:m2=0.19 response:A:f1:m0=-0.14 response:A:f1:m1=-0.13
        response:A:glue=0.15 response:B:glue=0.13 response:hr=-0.52 response:mnext:(=0.1 response:mnext:-=-0.53
        response:mnext:at=0.09 response:mnext:from=-0.13 response:mnext:than=0.13 response:mnext:to=0.14 response:mnext:was=0.28
        response:mnext:were=-0.22 response:mprev:-=-0.16 response:mprev:and=-0.14 response:mprev:for=-0.15 response:mprev:the=0.25
        response:mprev:with=-0.19 response:section:pati=-0.18 response:section:resu=-0.5 same:A=0.44 same:not:A=-0.37 same:not:B=-0.1
        step:AA=0.35 step:AB=-0.17 step:BA=-0.42 step:back=-0.58 step:back:AA=-0.21 step:back:BA=-0.34 step:back:join=-0.1
        step:back:stop=-0.24 step:back:with=-0.12 step:back:words=-0.11 step:from-none=-0.47 step:from-none:join=-0.2
        step:from-none:stop=-0.37 step:from-none:with=-0.17 step:from-none:words=0.35 step:kind=0.32 step:later=-0.09 step:next=0.48
        step:next:AA=0.62 step:next:AB=-0.16 step:next:BB=0.1 step:next:with=0.12 step:next:words=0.19 step:none-none=1.16
        step:none-none:bracket=0.1 step:none-none:join=0.3 step:none-none:stop=0.5 step:none-none:with=0.19 step:none-none:words=0.08
        step:other=-0.51 step:same:form0=0.17 step:same:inside=-0.15 step:same:inside:m1=-0.21 step:same:inside:words=-0.14
        step:same:outside=0.33 step:same:outside:m0=0.62 step:same:outside:m1=-0.22 step:same:outside:stop=0.46
        step:same:outside:with=-0.12 step:same:survival=0.15 step:term-again=-0.14 step:to-none=-0.67 step:to-none:join=-0.11
        step:to-none:stop=-0.33 step:to-none:with=0.21 step:to-none:words=-0.36 survival:A:f0:m1=0.43 survival:A:f0:m2=0.24
        survival:A:f1:m0=0.36 survival:A:f1:m2=-0.09 survival:A:f2:m0=-0.22 survival:A:f2:m1=-0.14 survival:A:f3:m0=0.13
        survival:A:f3:m1=-0.2 survival:A:f3:m2=0.16 survival:A:glue=0.13 survival:B:f0:m0=0.12 survival:B:f0:m1=-0.09
        survival:B:f1:m0=-0.09 survival:B:f2:m0=-0.08 survival:B:f3:m0=0.19 survival:hr=0.5 survival:mnext:(=-0.32
        survival:mnext:after=0.23 survival:mnext:at=0.12 survival:mnext:for=0.18 survival:mnext:was=-0.12 survival:mnext:were=0.08
        survival:mnext:with=0.11 survival:mprev:and=-0.15 survival:mprev:for=0.21 survival:mprev:in=0.39 survival:mprev:of=0.42
        survival:mprev:the=0.12 survival:mprev:with=0.2 survival:p=0.17 survival:section:back=0.1 survival:section:obje=0.16
        survival:section:pati=0.49 survival:section:resu=0.42 term:any_adverse_event=-0.1 term:any_shrinkage=-0.27
        term:biochemical_response=-0.62 term:death=-0.46 term:dfs=0.13 term:diarrhoea=-0.25 term:discontinuation=-0.29
        term:disease_control=0.4 term:flushing=-0.18 term:nephrotoxicity=0.55 term:not_evaluable=-0.14 term:objective_response=0.53
        term:os=0.1 term:pfs=0.3 term:progressive_disease=-0.21 term:recurrence=-0.17 term:rfs=0.13 term:stable_disease=0.13
        term:symptomatic_response=0.1 term:unclear=-0.16 word:progression=-0.09 word:responders=-0.2 word:survival=-0.11
        """
    ),
}
